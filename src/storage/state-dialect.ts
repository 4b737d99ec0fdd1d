import { SqliteAdapter, SqliteDialect } from 'kysely';

/** SQLite can change tables within a transaction: a migration that breaks off leaves the file as it was. */
class StateAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Kysely's dialect for the state file. */
export class StateDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new StateAdapter();
  }
}
