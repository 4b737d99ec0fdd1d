import { sql } from 'kysely';

/** Seconds since 1970 by the clock of a PostgreSQL server, the same in all of a statement: those of the processes may differ. */
export const DATABASE_TIME = sql<number>`extract(epoch from statement_timestamp())::float8`;
