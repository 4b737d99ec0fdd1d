import { createServer, type Socket } from 'node:net';

export interface LyingMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came, headers and all. */
  readonly raw: string;
  isSeen?: boolean;
}

/** A mailbox over real connections: as much of IMAP4rev1 as a client needs that reads what is unread in it. */
export async function openImapServer({ user = 'in', password = 'a password' } = {}) {
  const mails: LyingMail[] = [];
  /** Bytes of mails that were sent, and commands that came. */
  const [sent, commands]: [number[], string[]] = [[], []];
  let onSilence: (() => void) | undefined;
  const sockets = new Set<Socket>();

  function answer(command: string): readonly string[] {
    const [, name = '', rest = ''] = /^((?:UID )?\S+) ?(.*)$/.exec(command) ?? [];

    switch (name.toUpperCase()) {
      case 'CAPABILITY':
        return ['* CAPABILITY IMAP4rev1', 'OK'];
      case 'LOGIN':
        return [rest.replaceAll('"', '') === `${user} ${password}` ? 'OK' : 'NO [AUTHENTICATIONFAILED] no'];
      case 'LIST':
        return ['* LIST () "/" INBOX', 'OK'];
      case 'SELECT': {
        const flags = '* FLAGS (\\Seen)';
        return [flags, `* ${mails.length} EXISTS`, '* OK [UIDVALIDITY 7] valid', 'OK [READ-WRITE]'];
      }
      case 'UID SEARCH': {
        const found = mails.flatMap(({ isSeen }, at) => (isSeen ? [] : [at + 1]));
        return [`* SEARCH ${found.join(' ')}`, 'OK'];
      }
      case 'UID FETCH': {
        const [uids = '', ...wanted] = rest.split(' ');
        const found = mails.map((mail, at) => [at + 1, mail] as const).filter(([uid]) => isAmong(uid, uids));
        return [...found.map(([uid, mail]) => `* ${uid} FETCH (UID ${uid} ${parts(mail, wanted.join(' '))})`), 'OK'];
      }
      case 'UID STORE': {
        const mail = mails[Number.parseInt(rest, 10) - 1];
        if (mail && rest.includes('\\Seen')) mail.isSeen = true;
        return ['OK'];
      }
      case 'LOGOUT':
        return ['* BYE', 'OK'];
      default:
        return [name === 'NOOP' ? 'OK' : 'BAD unknown'];
    }
  }

  function parts({ from, to, raw }: LyingMail, wanted: string): string {
    const list = (addresses: readonly string[]) =>
      `(${addresses
        .map(
          (one) =>
            `(NIL NIL ${one
              .split('@')
              .map((half) => `"${half}"`)
              .join(' ')})`,
        )
        .join('')})`;
    const envelope = `ENVELOPE (NIL "Re: a case" ${list([from])} NIL NIL ${list(to)} NIL NIL NIL NIL)`;
    const most = /BODY\.PEEK\[\]<0\.(\d+)>/.exec(wanted)?.[1];
    if (most === undefined && !wanted.includes('BODY.PEEK[]')) return envelope;
    const source = raw.slice(0, most === undefined ? undefined : Number(most));
    sent.push(Buffer.byteLength(source));
    return `${envelope} BODY[]${most === undefined ? '' : '<0>'} {${Buffer.byteLength(source)}}\r\n${source}`;
  }

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    if (onSilence) return onSilence();
    socket.write('* OK ready\r\n');
    let typed = '';
    socket.on('data', (part) => {
      typed += part;
      for (let end = typed.indexOf('\r\n'); end >= 0; end = typed.indexOf('\r\n')) {
        const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(typed.slice(0, end)) ?? [];
        typed = typed.slice(end + 2);
        commands.push(command);
        const lines = answer(command);
        socket.write(`${[...lines.slice(0, -1), `${tag} ${lines.at(-1)} done`].join('\r\n')}\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    ...{ mails, sent, commands },
    port: typeof address === 'object' && address ? address.port : 0,
    /** From now on it takes connections and says nothing; told when the first is taken. */
    fallSilent: () =>
      new Promise<void>((resolve) => {
        onSilence = resolve;
      }),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** `3`, `1:4`, `1,3:5` */
function isAmong(uid: number, set: string): boolean {
  return set.split(',').some((range) => {
    const [first = 0, last = first] = range.split(':').map(Number);
    return uid >= first && uid <= last;
  });
}
