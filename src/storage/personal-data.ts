import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { DataSummary, PersonalData } from '../dialogs/privacy/personal-data.js';
import type { Schema } from './schema.js';
import { atOnce } from './unit-of-work.js';

/** Every table with rows of a conversation, by its column. The website's tables name it without its channel. */
const OF_CONVERSATION = [
  'transcript',
  'keys',
  'turns',
  'ratings',
  'conversation_references',
  'reports',
  'carry_codes',
] as const;

/** @param onForgotten called for what is deleted: what was deleted must be in no file any more */
export function sqlPersonalData(
  db: Kysely<Schema>,
  now: () => Date,
  write = atOnce(db),
  onForgotten: () => void = () => {},
): PersonalData {
  return {
    async summary(conversation) {
      const count = async (
        table: 'transcript' | 'turns' | 'ratings' | 'outbox' | 'reports' | 'carry_codes',
        also: RawBuilder<SqlBool>,
      ) => {
        const row = await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number | string>().as('count'))
          .where('conversation', '=', conversation)
          .where(also)
          .executeTakeFirstOrThrow();
        return Number(row.count);
      };
      const all = sql<SqlBool>`1 = 1`;
      const isGood = sql<SqlBool>`expires_at > ${now().toISOString()}`;
      const first = await db
        .selectFrom('transcript')
        .select(({ fn }) => fn.min('at').as('at'))
        .where('conversation', '=', conversation)
        .executeTakeFirst();
      const cases = await db
        .selectFrom('cases')
        .select('reference')
        .where('conversation', '=', conversation)
        .orderBy('at')
        .execute();
      const summary: DataSummary = {
        since: first?.at ?? undefined,
        messages: await count('transcript', all),
        questions: await count('turns', sql<SqlBool>`text is not null`),
        ratings: await count('ratings', all),
        reminders: await count('outbox', sql<SqlBool>`kind = 'reminder' and state = 'waiting'`),
        links: (await count('reports', isGood)) + (await count('carry_codes', isGood)),
        cases: cases.map(({ reference }) => reference),
      };
      return summary;
    },

    async forget(conversation, { withCases, receipt }) {
      for (const table of OF_CONVERSATION) await write(db.deleteFrom(table).where('conversation', '=', conversation));
      const ofOutbox = db.deleteFrom('outbox').where('conversation', '=', conversation);
      // A case that stays is still told to the team, and what the team answers still arrives.
      await write(withCases ? ofOutbox : ofOutbox.where('kind', '=', 'reminder'));
      if (withCases) await write(db.deleteFrom('cases').where('conversation', '=', conversation));
      const web = webId(conversation);
      if (web !== undefined) await write(db.deleteFrom('web_activities').where('conversation', '=', web));
      const row = { at: now().toISOString(), name: 'customer', what: 'delete-data', subject: receipt };
      await write(db.insertInto('audit').values(row));
      onForgotten();
    },
  };
}

/** Everything that is kept of a conversation, as its customer may take it along; keys are not shown, not even sealed. */
export async function exportedData(db: Kysely<Schema>, conversation: string, stateKey: string): Promise<object> {
  const of = (table: 'transcript' | 'turns' | 'ratings' | 'outbox' | 'cases' | 'reports') =>
    db.selectFrom(table).selectAll().where('conversation', '=', conversation).execute();
  const state = await db.selectFrom('state').select(['item', 'saved_at']).where('key', '=', stateKey).execute();
  const [transcript, turns, ratings, waiting, cases, reports] = [
    await of('transcript'),
    await of('turns'),
    await of('ratings'),
    await of('outbox'),
    await of('cases'),
    await of('reports'),
  ];
  return { conversation, transcript, turns, ratings, waiting, cases, reports, memory: state };
}

/** The conversation of a case, or those of cases with this address. */
export async function conversationsOf(
  db: Kysely<Schema>,
  wanted: { readonly reference: string } | { readonly email: string },
): Promise<readonly string[]> {
  const rows = await db.selectFrom('cases').select(['reference', 'conversation', 'item']).execute();
  const found = rows.filter(({ reference, item }) =>
    'reference' in wanted ? reference === wanted.reference : emailOf(item) === wanted.email.trim().toLowerCase(),
  );
  return [...new Set(found.flatMap(({ conversation }) => conversation ?? []))];
}

function emailOf(item: string): string | undefined {
  const { email }: { readonly email?: unknown } = JSON.parse(item);
  return typeof email === 'string' ? email.trim().toLowerCase() : undefined;
}

const webId = (conversation: string) => /^directline\|(.+)$/s.exec(conversation)?.[1];
