import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  type Request,
  type ResourceResponse,
  type Response,
  TurnContext,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { isTargeted, targetedService, untargeted } from '../channels/teams/targeted.js';
import { LOCAL_CHANNEL } from '../channels/web/local-channel.js';
import { isLoopback } from '../http/is-loopback.js';
import { isStorageFault } from '../storage/is-storage-fault.js';
import { faultOfActivity } from './connector/fault-of-activity.js';
import { KeepingConnectorFactory } from './connector/keeping-connector-factory.js';
import { type Deliver, LOCAL_SERVICE, LocalConnectorFactory, type LocalDoor } from './connector/local-connector.js';
import { proveIdentity } from './connector/prove-identity.js';
import type { Log } from './log.js';
import type { InTime } from './middleware/answer-in-time.js';
import { refusalOf } from './refusal.js';
import { loggedConversation } from './turn/conversation-key.js';
import { turnLog } from './turn/turn-log.js';
import { recordOf } from './turn/turn-record.js';

/** CloudAdapter with its two rough edges filed off, and a door for conversations inside this process. */
export class PasserelleAdapter extends CloudAdapter {
  private readonly appId: string | undefined;
  private readonly authentication: StrictAuthentication;
  private openDoor: ((conversation: string) => LocalDoor) | undefined;

  constructor(
    credentials: Readonly<Record<string, string>>,
    private readonly inTime: InTime,
    private readonly log: Log,
  ) {
    const authentication = new StrictAuthentication(credentials);
    super(authentication);
    this.authentication = authentication;
    this.appId = credentials.MicrosoftAppId;
    this.use(inTime.middleware);
  }

  /** Names the doors of local conversations, for what is said in them unasked. */
  openLocally(openDoor: (conversation: string) => LocalDoor): void {
    this.openDoor = openDoor;
  }

  /**
   * A channel that does not take what is said is the world's fault, not the turn's: it is stored, and its next message goes
   * on from there. What nobody has asked for is tried again, so there it fails.
   */
  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    // The website's is ours: what it does not take could not be stored, and is owed.
    if (isLocalChannel(context.activity.channelId)) return super.sendActivities(context, activities);
    try {
      const sent: ResourceResponse[] = [];
      for (const activity of activities)
        sent.push(
          ...(await (isTargeted(activity)
            ? this.sendTargeted(context, activity)
            : super.sendActivities(context, [activity]))),
        );
      return sent;
    } catch (error) {
      const record = recordOf(context);
      const refusal = refusalOf(error);
      if (!refusal || record.due || activities.every(({ type }) => type === ActivityTypes.Typing)) throw error;
      if (!record.refused) {
        const conversation = loggedConversation(context.activity);
        turnLog(this.log, context).warn({ event: 'not taken', conversation, ...refusal });
      }
      record.refused = true;
      return [];
    }
  }

  /** Where Teams does not target a message (an older client, a kind of chat), all see it: nothing private is said among others. */
  private async sendTargeted(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse[]> {
    try {
      const { conversations } = await this.targetedConnector(context);
      return [await conversations.sendToConversation(context.activity.conversation.id, activity as Activity)];
    } catch (error) {
      const refusal = refusalOf(error);
      if (!refusal) throw error;
      turnLog(this.log, context).info({ event: 'not targeted', ...refusal });
      return super.sendActivities(context, [untargeted(activity)]);
    }
  }

  override async updateActivity(
    context: TurnContext,
    activity: Partial<Activity>,
  ): Promise<ResourceResponse | undefined> {
    const { id } = activity;
    if (id === undefined || !isTargeted(activity)) return (await super.updateActivity(context, activity)) ?? undefined;
    const { conversations } = await this.targetedConnector(context);
    return conversations.updateActivity(context.activity.conversation.id, id, activity as Activity);
  }

  private async targetedConnector(context: TurnContext): Promise<ConnectorClient> {
    const factory = context.turnState.get<ConnectorFactory>(this.ConnectorFactoryKey);
    return factory.create(targetedService(context.activity.serviceUrl), context.turnState.get(this.OAuthScopeKey));
  }

  /** The service of a channel's region, to speak to as the bot: outside every turn and its middleware. */
  async connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const identity = this.appId
      ? this.createClaimsIdentity(this.appId)
      : new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    const factory = this.botFrameworkAuthentication.createConnectorFactory(identity);
    return factory.create(serviceUrl, AuthenticationConstants.ToChannelFromBotOAuthScope);
  }

  /** Says something to a conversation of another channel that has asked for nothing: same middleware. */
  async tell(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>) {
    await this.continueConversationAsync(this.appId ?? '', reference, logic);
  }

  /** Says something to a local conversation that has asked for nothing: same middleware, same error handler. */
  async tellLocal(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>) {
    const door = this.openDoor?.(reference.conversation?.id ?? '');
    if (!door) throw new Error('Local conversations are not held here');
    const event: Partial<Activity> = { type: ActivityTypes.Event, name: 'ContinueConversation' };
    const activity = TurnContext.applyConversationReference(event, reference, true);
    await this.processLocal(activity as Activity, door.deliver, async (context) => {
      await door.begin(context);
      await logic(context);
    });
  }

  /** Why a request with this body was refused, for the log; nothing when it was not for what it holds. */
  whyRefused(body: unknown): string | undefined {
    const fault = faultOfActivity(body);
    if (fault !== undefined) return fault;
    return typeof body === 'object' && body !== null ? this.authentication.whyTurnedAway(body) : undefined;
  }

  /**
   * A malformed activity is the sender's fault (400), not ours (500 as shipped). Conversations of this process are not
   * to be had over a network (403).
   */
  async handle(request: Request, response: Response, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const fault = faultOfActivity(request.body);
    if (fault !== undefined) {
      response.status(400);
      response.send({ error: { code: 'BadArgument', message: fault } });
      response.end();
      return;
    }
    if (isLocalChannel(request.body?.channelId)) {
      response.status(403);
      response.send({ error: { code: 'Forbidden', message: 'Conversations of this channel are not held here.' } });
      response.end();
      return;
    }
    await this.inTime.run(response, logic, (once, own) => this.process(request, once, own));
  }

  /**
   * As shipped, a request that fails has its error printed as it is and its message sent to the caller, with the address of
   * the database, say: the caller is told the status, and the log has one line.
   */
  override async processActivity(
    authorization: string | AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    if (typeof authorization !== 'string') return super.processActivity(authorization, activity, logic);
    try {
      return await super.processActivity(authorization, activity, logic);
    } catch (error) {
      // The server logs whom it has turned away.
      if (error instanceof AuthenticationError) return { status: 401 };
      if (this.authentication.whyTurnedAway(activity) === undefined)
        this.log.error({ event: 'not answered', error: error instanceof Error ? error.stack : String(error) });
      return { status: isStorageFault(error) ? 503 : 500 };
    }
  }

  /**
   * Runs one turn of a conversation held in this process: same middleware, same error handler, no HTTP and no sign-in
   * (there is no network to cross). What the bot says goes to `deliver`, in order.
   * @param caller who asks, for limits; on the activity it is the `callerId`
   */
  async processLocal(
    activity: Activity,
    deliver: Deliver,
    logic: (context: TurnContext) => Promise<void>,
    caller?: string,
  ): Promise<InvokeResponse | undefined> {
    const anonymous = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    const identity = this.appId ? this.createClaimsIdentity(this.appId) : anonymous;
    const result: AuthenticateRequestResult = {
      audience: AuthenticationConstants.ToChannelFromBotOAuthScope,
      claimsIdentity: identity,
      connectorFactory: new LocalConnectorFactory(deliver),
      ...(caller === undefined ? {} : { callerId: caller }),
    };
    return this.processActivity(result, { ...activity, serviceUrl: LOCAL_SERVICE }, logic);
  }
}

/** The website's conversations, in any spelling that a storage or a human could take for it. */
function isLocalChannel(channel: unknown): boolean {
  return String(channel).toLowerCase() === LOCAL_CHANNEL;
}

/** Errors of the token library that mean "this token is not good", which as shipped come out as 500. */
const TOKEN_ERRORS = new Set(['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'SyntaxError']);

/** What the operator reads of a sender who is turned away: sentences of the SDK may hold what the sender wrote. */
function whyTurnedAway(error: unknown, header: string): string {
  if (!header) return 'no token';
  const { name, message } = error instanceof Error ? error : new Error();
  if (name === 'TokenExpiredError' || message === 'The token has expired') return 'the token has expired';
  if (/Invalid AppId/.test(message)) return 'the token is for another app than MicrosoftAppId';
  if (/ServiceUrl|Request is not authorized/i.test(message)) return 'the token is for another service address';
  if (/endorsement/i.test(message)) return 'the token is for another channel';
  return error instanceof AuthenticationError || TOKEN_ERRORS.has(name)
    ? 'the token is not valid'
    : 'the keys that prove a sender could not be read';
}

class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors = new Map<string, Promise<ConnectorClient>>();
  private readonly reasons = new WeakMap<object, string>();

  constructor(private readonly credentials: Readonly<Record<string, string>>) {
    super(credentials, proveIdentity(credentials));
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    if (!this.mayAnswerTo(activity)) {
      this.reasons.set(activity, 'no service address that may be called');
      throw new AuthenticationError('Unauthorized', 401);
    }
    try {
      const result = await super.authenticateRequest(activity, header);
      const { connectorFactory } = result;
      if (connectorFactory) result.connectorFactory = new KeepingConnectorFactory(connectorFactory, this.connectors);
      return result;
    } catch (error) {
      this.reasons.set(activity, whyTurnedAway(error, header));
      if (error instanceof AuthenticationError) throw error;
      if (error instanceof Error && TOKEN_ERRORS.has(error.name)) throw new AuthenticationError('Unauthorized', 401);
      // The SDK would send its message, with the address of the keys, to whoever called.
      throw new Error('The keys that prove a sender could not be read', { cause: error });
    }
  }

  whyTurnedAway = (activity: object): string | undefined => this.reasons.get(activity);

  /**
   * The SDK builds this client, HTTP pipeline and all, in every turn; it signs users in to other services, which we do
   * not do. It is built when something asks for it.
   */
  override async createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    const build = () => super.createUserTokenClient(identity);
    const call = async (name: string | symbol, args: readonly unknown[]) => {
      const client = await build();
      return Reflect.apply(Reflect.get(client, name), client, args);
    };
    return new Proxy(Object.create(null), {
      // Not thenable: awaiting the client must not build it.
      get: (_, name) => (name === 'then' ? undefined : (...args: unknown[]) => call(name, args)),
    });
  }

  /**
   * With an identity, the SDK compares the service address with the token's only when there is one: we insist. Without
   * an identity it would call any address that it is sent: only this machine's (the Emulator) is called then.
   */
  private mayAnswerTo({ serviceUrl, deliveryMode }: Activity): boolean {
    if (this.credentials.MicrosoftAppId) return Boolean(serviceUrl);
    if (!serviceUrl) return deliveryMode === 'expectReplies';
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname } = new URL(serviceUrl);
    return /^https?:$/.test(protocol) && isLoopback(hostname);
  }
}
