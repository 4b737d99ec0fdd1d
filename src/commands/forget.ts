import { readConfig } from '../bot/config.js';
import { OperatorError } from '../bot/operator-error.js';
import { stateKey } from '../bot/turn/turn-state.js';
import { forgetConversations } from '../storage/forget-conversations.js';
import { logEmptier } from '../storage/log-emptier.js';
import { openState } from '../storage/open-state.js';
import { conversationsOf, exportedData, sqlPersonalData } from '../storage/personal-data.js';
import { atOnce } from '../storage/unit-of-work.js';
import { print } from './print.js';

/** Whose data `passerelle forget` shows, exports or deletes, and how. */
export interface ForgetOptions {
  readonly case?: string | undefined;
  readonly email?: string | undefined;
  /** `channel|conversation`, as the log names it. */
  readonly conversation?: string | undefined;
  readonly withCases: boolean;
  /** Prints what is kept, and deletes nothing. */
  readonly export: boolean;
  readonly yes: boolean;
}

/**
 * `passerelle forget`: shows, exports or deletes what is kept of a customer who has asked for it by other ways than the chat. Beside a
 * running server, which goes on.
 */
export async function forget(options: ForgetOptions, env: Readonly<Record<string, string | undefined>>): Promise<void> {
  const config = readConfig({ ...env, NODE_ENV: undefined });
  const { db } = await openState(config);
  const now = () => new Date();
  const personal = sqlPersonalData(db, now);
  const found = await wanted();
  if (found.length === 0) throw new OperatorError('Nothing is kept of whom you named.');
  if (options.export) {
    const data = await Promise.all(found.map((each) => exportedData(db, each, keyOf(each))));
    print(`${JSON.stringify(data, null, 2)}\n`);
    return db.destroy();
  }
  for (const conversation of found) {
    const { messages, questions, ratings, reminders, cases } = await personal.summary(conversation);
    print(`${conversation}: ${messages} lines, ${questions} questions, ${ratings} ratings, ${reminders} reminders\n`);
    if (cases.length > 0)
      print(`  cases ${cases.join(', ')} ${options.withCases ? 'go, too' : 'stay (--with-cases)'}\n`);
  }
  if (!options.yes) {
    print('Nothing is deleted yet: --yes deletes it, --export prints it.\n');
    process.exitCode = 2;
    return db.destroy();
  }
  for (const conversation of found) {
    const receipt = `forget-${now().toISOString()}`;
    await personal.forget(conversation, { withCases: options.withCases, receipt });
    await forgetConversations(db, atOnce(db), [{ conversation, stateKey: keyOf(conversation) }]);
    print(`Deleted: ${conversation}\n`);
  }
  // What was deleted is then in no file any more; a server that runs does the same within a minute.
  if (config.databaseUrl === undefined)
    await logEmptier(db, { pause: async () => Promise.reject(), onLasting: () => {} })
      .empty()
      .catch(() => false);
  return db.destroy();

  async function wanted(): Promise<readonly string[]> {
    const { case: reference, email, conversation } = options;
    if ([reference, email, conversation].filter((each) => each !== undefined).length !== 1)
      throw new OperatorError('Say of whom: one of --case, --email and --conversation.');
    if (reference !== undefined) return conversationsOf(db, { reference });
    if (email !== undefined) return conversationsOf(db, { email });
    return conversation === undefined ? [] : [conversation];
  }
}

/** The state of a conversation, by its key. */
function keyOf(conversation: string): string {
  const [channel = '', ...id] = conversation.split('|');
  return stateKey(channel, id.join('|'));
}
