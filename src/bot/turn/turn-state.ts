import type { StatePropertyAccessor, Storage, StoreItem, TurnContext } from 'botbuilder';
import { recordOf } from './turn-record.js';

/** What is stored of a conversation, read once a turn. */
export interface TurnState {
  property<T>(name: string): Property<T>;
  /** Puts it, as it is now, into a storage. */
  save(context: TurnContext, into: Pick<Storage, 'write'>): Promise<void>;
  /** What was read, and set since, is read anew. */
  reread(context: TurnContext): void;
  /** Forgets all but this property for the rest of the turn; `save` then stores that, and what has been set since. */
  clear(context: TurnContext, except: string): Promise<void>;
}

/** Bot Framework's contract; without an initial value there may be none. */
export interface Property<T> extends StatePropertyAccessor<T> {
  get(context: TurnContext): Promise<T | undefined>;
  get(context: TurnContext, initial: T): Promise<T>;
}

/**
 * Bot Framework's ConversationState without its hashing: it makes a canonical text of the whole state three times a turn
 * to save one write, and every turn of ours changes something. Last writer wins, as there; turns queue up.
 */
export function openTurnState(storage: Pick<Storage, 'read'>): TurnState {
  const load = async (context: TurnContext): Promise<StoreItem> => {
    const record = recordOf(context);
    if (record.state) return record.state;
    const key = keyOf(context);
    const item: StoreItem = (await storage.read([key]))[key] ?? {};
    record.state = item;
    return item;
  };
  return {
    property: <T>(name: string) => {
      async function get(context: TurnContext, initial?: T) {
        const item = await load(context);
        if (item[name] === undefined && initial !== undefined) item[name] = initial;
        return item[name];
      }
      return {
        get,
        set: async (context: TurnContext, value: T) => {
          Object.assign(await load(context), { [name]: value });
        },
        delete: async (context: TurnContext) => {
          Reflect.deleteProperty(await load(context), name);
        },
      };
    },
    save: async (context, into) => into.write({ [keyOf(context)]: { ...(await load(context)), eTag: '*' } }),
    reread: (context) => {
      recordOf(context).state = undefined;
    },
    clear: async (context, except) => {
      const { [except]: kept } = await load(context);
      recordOf(context).state = kept === undefined ? {} : { [except]: kept };
    },
  };
}

/** As ConversationState names it: what earlier versions stored is found. */
export const stateKey = (channelId: string, conversation: string): string =>
  `${channelId}/conversations/${conversation}/`;

const keyOf = ({ activity }: TurnContext) => stateKey(activity.channelId, activity.conversation.id);
