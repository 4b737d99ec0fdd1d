import type { Config } from './config.js';

/**
 * Who may post to `/api/messages`. Without an identity Bot Framework lets anybody in and calls any address that it is
 * sent: in development that is this machine alone, in production nobody; the website works without it.
 */
export type MessagesDoor = 'signed-in' | 'this-machine' | 'closed';

/**
 * Who may post to `/api/messages`: whoever proves to be the Bot Framework when the bot has an identity; without one this
 * machine, and in production nobody.
 */
export function messagesDoor({ credentials, production }: Pick<Config, 'credentials' | 'production'>): MessagesDoor {
  if (credentials.MicrosoftAppId) return 'signed-in';
  return production ? 'closed' : 'this-machine';
}
