import { createInterface } from 'node:readline';
import { compose } from '../bot/compose.js';
import { readConfig, SHIPPED_DEPLOYMENT } from '../bot/config.js';
import { openLog } from '../bot/log.js';
import { createServer } from '../bot/server.js';
import { visible } from '../bot/visible.js';
import type { PracticeDesk } from '../simulator/practice-desk.js';
import { inLanguage, readPracticeSentences } from '../simulator/practice-sentences.js';
import { fail } from './fail.js';
import { freePort } from './free-port.js';
import { openTourTalk, TourError } from './open-tour-talk.js';
import { print, printError } from './print.js';

/** Where the tour is shown. */
export interface Stage {
  /** A text as it is: what others wrote in it is visible already. */
  write(text: string): void;
  /** Resolves when the next scene may begin. */
  pause(words: string): Promise<void>;
  readonly colours: boolean;
}

/** The practice account that has triggers to turn off. */
const ACCOUNT = 'not-ready';

/** A guided tour in the terminal: questions, a failing check, the fix, a passing check. */
export async function demo(language: string | undefined, withPauses: boolean): Promise<void> {
  const { stdin, stdout } = process;
  const stage: Stage = {
    write: (drawn) => print({ drawn }),
    pause: withPauses && stdin.isTTY ? waitForEnter : async () => {},
    colours: stdout.isTTY === true,
  };
  try {
    await giveTour(language, stage);
  } catch (error) {
    if (!(error instanceof TourError)) fail(error);
    printError(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/**
 * Starts a whole app on a free port, with its data in memory, and plays the tour over HTTP, as any channel would.
 * @throws TourError when the bot does not offer what the tour goes on with
 */
export async function giveTour(language: string | undefined, stage: Stage): Promise<void> {
  const { tour: words, language: spoken } = inLanguage(await readPracticeSentences(SHIPPED_DEPLOYMENT), language);
  const port = await freePort();
  const config = readConfig({ PORT: String(port), DATA_DIR: ':memory:', PRACTICE: 'on', LOG_LEVEL: 'silent' });
  const app = await compose(config, openLog(config.logLevel));
  const server = createServer(app);
  await server.listen(port);
  try {
    const { practice } = app;
    if (!practice) throw new TourError('The tour needs the practice account, which is off.');
    practice.reset();
    const page = `${config.publicUrl}/practice/accounts/${ACCOUNT}`;
    const talk = openTourTalk(config.publicUrl, spoken, stage);
    const caption = async (text: string) => {
      await stage.pause(words.pause);
      stage.write(`\n── ${text}\n`);
    };

    stage.write(`${words.title}\n${words.page}\n  ${page}?lng=${spoken}\n`);
    for (const { caption: text, ask } of Object.values(words.questions)) {
      await caption(text);
      await talk.say(ask);
    }
    await caption(words.check.caption);
    await talk.say(words.check.ask);
    await talk.click('yes');
    await talk.click('practice');
    await caption(words.fix);
    for (const { id, name } of running(practice)) {
      await press(page, { do: 'trigger', id: String(id), state: 'inactive' });
      stage.write(`   ${visible(name)} → ${words.turnedOff}\n`);
    }
    await caption(words.again);
    await talk.click('check');
    stage.write(`\n── ${words.end}\n`);
  } finally {
    await server.stop();
  }
}

/** The triggers that run by themselves: the ones that a migration must not meet. */
function running(practice: PracticeDesk): readonly { readonly id: number; readonly name: string }[] {
  const triggers = practice.account(ACCOUNT)?.lists.triggers ?? [];
  return triggers
    .filter(({ state, type, isSystem }) => state === 'active' && type !== 'Manual' && isSystem !== true)
    .map(({ id, name }) => ({ id, name: String(name) }));
}

/** Presses a button of the practice page. */
async function press(page: string, form: Readonly<Record<string, string>>): Promise<void> {
  const { status } = await fetch(page, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  if (status !== 303) throw new TourError(`The practice page did not do what was asked (${form.do}): HTTP ${status}.`);
}

async function waitForEnter(words: string): Promise<void> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  lines.once('SIGINT', () => process.exit(130));
  await new Promise<void>((resolve) => {
    lines.once('close', resolve);
    lines.question(`\n[${words}] `, () => resolve());
  });
  lines.close();
}
