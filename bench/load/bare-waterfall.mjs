// The three-step waterfall of the framework's samples, with its states, in memory: what a bot of the framework costs before
// it does anything. On its own (`PORT=… node bench/load/bare-waterfall.mjs`) it is a server like ours.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const restify = require('restify');
const {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  MemoryStorage,
  UserState,
} = require('botbuilder');
const { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } = require('botbuilder-dialogs');

/** @param port 0 for any that is free. @returns the port that it listens on */
export async function serveBareWaterfall(port = 0) {
  const storage = new MemoryStorage();
  const conversation = new ConversationState(storage);
  const user = new UserState(storage);
  const profile = user.createProperty('profile');
  const dialogs = new DialogSet(conversation.createProperty('dialogs'));
  dialogs.add(new TextPrompt('text'));
  dialogs.add(
    new WaterfallDialog('ask', [
      (step) => step.prompt('text', 'name?'),
      (step) => step.prompt('text', 'topic?'),
      async (step) => {
        await step.context.sendActivity('done');
        return step.endDialog();
      },
    ]),
  );
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = restify.createServer();
  server.use(restify.plugins.bodyParser({ mapParams: false }));
  server.get('/healthz', async (_request, response) => {
    response.send(200, {});
  });
  server.post('/api/messages', async (request, response) => {
    await adapter.process(request, response, async (context) => {
      const seen = await profile.get(context, { turns: 0 });
      seen.turns++;
      const dc = await dialogs.createContext(context);
      const { status } = await dc.continueDialog();
      if (status === DialogTurnStatus.empty) await dc.beginDialog('ask');
      await conversation.saveChanges(context);
      await user.saveChanges(context);
    });
  });
  await new Promise((resolve) => server.listen(port, resolve));
  return server.address().port;
}

if (process.argv[1] === new URL(import.meta.url).pathname) await serveBareWaterfall(Number(process.env.PORT));
