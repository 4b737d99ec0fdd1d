import type { Request, Response } from 'restify';
import { BodyError } from '../http/body-error.js';
import { readJson } from '../http/read-json.js';
import type { App } from './compose.js';
import { messagesDoor } from './messages-door.js';

const CLOSED = {
  error: { code: 'NotFound', message: 'This server has no Microsoft identity: only its website is open.' },
};

/** Answers `POST /api/messages`: the activity of a Bot Framework channel. */
export function answerMessages({ config, adapter, logic }: Pick<App, 'config' | 'adapter' | 'logic'>) {
  const isClosed = messagesDoor(config) === 'closed';
  return async (request: Request, response: Response): Promise<void> => {
    try {
      request.body = await readJson(request);
    } catch (error) {
      if (!(error instanceof BodyError)) throw error;
      if (error.isUnread) response.setHeader('connection', 'close');
      response.send(error.status, { error: { code: error.code, message: error.message } });
      return;
    }
    if (isClosed) response.send(404, CLOSED);
    else await adapter.handle(request, response, logic);
  };
}
