import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface Mail extends Email {
  readonly recipients: readonly string[];
}

/** A mail server over real connections; how it answers may be changed. */
export async function openMailServer(options: Partial<SMTPServerOptions> = {}) {
  const mails: Mail[] = [];
  /** What it says to a whole letter; 250 when it is nothing. */
  let refusal: { responseCode: number } | 'hang' | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal === 'hang') return;
        if (refusal) return done(Object.assign(new Error('not now'), refusal));
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(Buffer.concat(parts)).then((mail) => {
          mails.push({ ...mail, recipients });
          done(null, 'taken');
        });
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    mails,
    port: (server.server.address() as AddressInfo).port,
    answerWith: (next: typeof refusal) => {
      refusal = next;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
