import { readConfig } from '../bot/config.js';
import { openDatabase } from '../storage/open-database.js';
import { sqlDesk } from '../storage/sql-desk.js';

/** Lists the hand-off cases for the team. */
export async function cases(env: Readonly<Record<string, string | undefined>>, asJson: boolean): Promise<void> {
  const db = await openDatabase(readConfig({ ...env, NODE_ENV: undefined }).dataFolder);
  const found = await sqlDesk(db).list();
  if (asJson) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) process.stdout.write('No case so far.\n');
  for (const { reference, at, language, name, email, topic, transcript } of asJson ? [] : found) {
    process.stdout.write(`${reference}  ${at}  ${language}  ${name} <${email}>${topic ? `  about ${topic}` : ''}\n`);
    for (const line of transcript) process.stdout.write(`    ${line.from}: ${line.text.replace(/\s+/g, ' ')}\n`);
  }
  await db.destroy();
}
