import { readConfig } from '../bot/config.js';
import { openDatabase } from '../storage/open-database.js';
import { undelivered } from '../storage/sql-answers.js';
import { sqlDesk } from '../storage/sql-desk.js';

const ANSWERED = {
  said: 'answered',
  waiting: 'answered, not delivered yet',
  'given-up': 'answered, but the conversation could not be reached: write an e-mail',
};

/** Lists the hand-off cases for the team. */
export async function cases(env: Readonly<Record<string, string | undefined>>, asJson: boolean): Promise<void> {
  const db = await openDatabase(readConfig({ ...env, NODE_ENV: undefined }).dataFolder);
  const [found, waiting] = [await sqlDesk(db).list(), await undelivered(db)];
  if (asJson) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) process.stdout.write('No case so far.\n');
  for (const { reference, at, language, name, email, topic, transcript, answers = [] } of asJson ? [] : found) {
    const answered = answers.length > 0 ? `  ${ANSWERED[waiting.get(reference) ?? 'said']}` : '';
    const about = topic ? `  about ${topic}` : '';
    process.stdout.write(`${reference}  ${at}  ${language}  ${name} <${email}>${about}${answered}\n`);
    for (const line of transcript) process.stdout.write(`    ${line.from}: ${line.text.replace(/\s+/g, ' ')}\n`);
    for (const said of answers) process.stdout.write(`    team, ${said.at}: ${said.text.replace(/\s+/g, ' ')}\n`);
  }
  await db.destroy();
}
