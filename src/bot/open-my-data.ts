import { openTokens } from '../channels/web/tokens.js';
import { stateKey } from './turn/turn-state.js';

interface MyDataNeeds {
  /** Signs the links. */
  readonly key: Buffer;
  readonly now: () => Date;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly exported: (conversation: string, stateKey: string) => Promise<object>;
}

/** What is kept of a conversation, behind a link of its own: it is read when the link is opened, so nothing is copied. */
export function openMyData({ key, now, publicUrl, exported }: MyDataNeeds) {
  const tokens = openTokens(key, now);
  return {
    /** @param conversation `channel|conversation` */
    address: (conversation: string): string =>
      `${publicUrl}/my-data/${tokens.issue({ conversation, user: 'customer' }, 'my-data')}`,
    /** JSON, or nothing for a link that is not ours or too old. */
    async read(token: string): Promise<string | undefined> {
      const read = tokens.read(token, 'my-data');
      if (read.kind !== 'good') return undefined;
      const { conversation } = read.claims;
      const [channel = '', ...id] = conversation.split('|');
      return `${JSON.stringify(await exported(conversation, stateKey(channel, id.join('|'))), null, 2)}\n`;
    },
  };
}
