import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Locales } from '../dialogs/words.js';
import type { Log } from './log.js';

interface TurnErrorNeeds {
  readonly log: Log;
  readonly locales: Locales;
  readonly reference: () => string;
  readonly languageOf: (context: TurnContext) => Promise<string>;
  /** Forgets what the broken turn left of the dialogs, so that it cannot break every turn after it. */
  readonly forgetDialogs: (context: TurnContext) => Promise<void>;
}

/** The one place where bugs end: logged, apologised for with a reference, and the conversation goes on. */
export function onTurnError({ log, locales, reference, languageOf, forgetDialogs }: TurnErrorNeeds) {
  return async (context: TurnContext, error: Error): Promise<void> => {
    const id = reference();
    log.error({
      event: 'turn failed',
      reference: id,
      channel: context.activity.channelId,
      error: error.stack ?? String(error),
    });
    try {
      await forgetDialogs(context);
    } catch (again) {
      log.error({ event: 'state not reset', reference: id, error: String(again) });
    }
    const t = locales.words(await languageOf(context).catch(() => ''));
    const choices = [t('choice.person'), t('choice.topics')].map((label) => ({
      type: 'imBack',
      title: label,
      value: label,
    }));
    await context.sendActivity({
      type: ActivityTypes.Message,
      text: t('error', { reference: id }),
      suggestedActions: { to: [], actions: choices },
    });
  };
}
