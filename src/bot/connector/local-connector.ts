import type { Activity, TurnContext } from 'botbuilder';
import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';

/** The service address of conversations held inside this process: nothing is sent over a network. */
export const LOCAL_SERVICE = 'urn:passerelle:local';

/** Where a local conversation's activities go; resolves with the id that they get there, if any. */
export type Deliver = (activity: Partial<Activity>, conversation: string) => Promise<unknown>;

/** How a turn that we begin ourselves reaches its local conversation. */
export interface LocalDoor {
  /** The turn begins: everything before it in this conversation is over. */
  begin(context: TurnContext): Promise<void>;
  readonly deliver: Deliver;
}

/** The few calls that a turn makes on a connector, answered in this process. */
export class LocalConnectorFactory extends ConnectorFactory {
  constructor(private readonly deliver: Deliver) {
    super();
  }

  async create(): Promise<ConnectorClient> {
    let sent = 0;
    const send = async (conversation: string, activity: Partial<Activity>) => {
      const id = await this.deliver(activity, conversation);
      return { id: typeof id === 'string' ? id : `local-${++sent}` };
    };
    const conversations = {
      sendToConversation: (conversation: string, activity: Partial<Activity>) => send(conversation, activity),
      replyToActivity: (conversation: string, _replyTo: string, activity: Partial<Activity>) =>
        send(conversation, activity),
    };
    // The SDK asks for its generated client class; a turn uses these two calls of it.
    return { conversations } as unknown as ConnectorClient;
  }
}
