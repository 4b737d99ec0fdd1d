import type { IncomingMessage, ServerResponse } from 'node:http';
import { readMailReply } from '../../handoff/email/mail-reply.js';
import type { MailReplySettings } from '../../handoff/handoff-settings.js';
import { isSigned } from '../../handoff/webhook/is-signed.js';
import { BodyError } from '../../http/body-error.js';
import { parseJson } from '../../http/parse-json.js';
import { readBytes } from '../../http/read-bytes.js';
import type { Log } from '../log.js';
import type { TakeAnswer } from './take-answer.js';

export const MAIL_PATH = '/handoff/mail';

/** A mail without its attachments; larger ones are refused, attachments go nowhere. */
const LIMITS = { largest: 1024 * 1024, longestMs: 10_000 };

interface MailDeps {
  readonly settings: MailReplySettings;
  readonly take: TakeAnswer;
  readonly log: Log;
}

/**
 * Takes what a mail service posts when somebody of the team replies by mail: signed (Standard Webhooks), from an address of
 * the team, to the address that only mails about the case name.
 */
export function answerMail({ settings, take, log }: MailDeps) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const bytes = await readBytes(request, LIMITS);
      if (!isSigned(settings.secret, bytes, request.headers)) return end(response, 401);
      const reply = readMailReply(settings, parseJson(bytes));
      if (reply.kind === 'refused') {
        log.warn({ event: 'mail refused', why: reply.why });
        // Posted again it would be the same.
        return end(response, 202);
      }
      const { reference, text } = reply;
      const id = reply.id ?? `mail-${String(request.headers['webhook-id'])}`;
      await take(reference, { text, via: 'email', id });
      end(response, 202);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      log.warn({ event: 'mail refused', why: error.code });
      end(response, error.status);
    }
  };
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}
