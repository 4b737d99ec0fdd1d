import type { Config } from './config.js';

/**
 * Who may post to `/api/messages`. Without an identity Bot Framework lets anybody in and calls any address that it is
 * sent: in development that is this machine alone, in production nobody; the website works without it.
 */
export type MessagesDoor = 'signed-in' | 'this-machine' | 'closed';

export function messagesDoor({ credentials, production }: Pick<Config, 'credentials' | 'production'>): MessagesDoor {
  if (credentials.MicrosoftAppId) return 'signed-in';
  return production ? 'closed' : 'this-machine';
}
