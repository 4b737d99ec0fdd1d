import type { Request, Response } from 'restify';
import { BodyError } from '../http/body-error.js';
import { readJson } from '../http/read-json.js';
import type { App } from './compose.js';
import { messagesDoor } from './messages-door.js';

const CLOSED = {
  error: { code: 'NotFound', message: 'This server has no Microsoft identity: only its website is open.' },
};

/** Answers `POST /api/messages`: the activity of a Bot Framework channel. What is refused is one line of the log. */
export function answerMessages({ config, adapter, logic, log }: Pick<App, 'config' | 'adapter' | 'logic' | 'log'>) {
  const isClosed = messagesDoor(config) === 'closed';
  const refused = (status: number, why: string | undefined) =>
    log.warn({ event: 'request refused', status, ...(why === undefined ? {} : { why }) });
  return async (request: Request, response: Response): Promise<void> => {
    try {
      request.body = await readJson(request);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      if (error.isUnread) response.setHeader('connection', 'close');
      refused(error.status, error.code);
      response.send(error.status, { error: { code: error.code, message: error.message } });
      return;
    }
    if (isClosed) {
      refused(404, 'no Microsoft identity: only the website is open');
      response.send(404, CLOSED);
      return;
    }
    await adapter.handle(request, response, logic);
    const { statusCode } = response;
    // An invoke of others' is no fault of anybody's: it is declined.
    if (statusCode >= 400 && statusCode !== 501) refused(statusCode, adapter.whyRefused(request.body));
  };
}
