import { readConfig } from '../bot/config.js';
import { unescapeMarkdown } from '../channels/escape-markdown.js';
import type { TranscriptLine } from '../handoff/case.js';
import { openState } from '../storage/open-state.js';
import { undelivered } from '../storage/sql-answers.js';
import { sqlDesk } from '../storage/sql-desk.js';
import { oneLine, print } from './print.js';

const ANSWERED = {
  said: 'answered',
  waiting: 'answered, not delivered yet',
  'given-up': 'answered, but the conversation could not be reached: write an e-mail',
};

/** What the assistant said was Markdown. */
const wordsOf = ({ from, text }: TranscriptLine) => (from === 'assistant' ? unescapeMarkdown(text) : text);

/** Lists the hand-off cases for the team. */
export async function cases(env: Readonly<Record<string, string | undefined>>, asJson: boolean): Promise<void> {
  const { db } = await openState(readConfig({ ...env, NODE_ENV: undefined }));
  const [found, waiting] = [await sqlDesk(db).list(), await undelivered(db)];
  if (asJson) print(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) print('No case so far.\n');
  for (const { reference, at, language, name, email, topic, transcript, answers = [] } of asJson ? [] : found) {
    const answered = answers.length > 0 ? `  ${ANSWERED[waiting.get(reference) ?? 'said']}` : '';
    const about = topic ? `  about ${topic}` : '';
    print(`${reference}  ${at}  ${language}  ${oneLine(name)} <${oneLine(email)}>${about}${answered}\n`);
    for (const line of transcript) print(`    ${line.from}: ${oneLine(wordsOf(line))}\n`);
    for (const said of answers) print(`    team, ${said.at}: ${oneLine(said.text)}\n`);
  }
  await db.destroy();
}
