import { sqlLogbook } from '../../src/storage/sql-logbook';
import { behavesLikeALogbook } from '../contracts/logbook.contract';
import { testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const ways = waysToWrite(testDatabases(), (db, _, write) => sqlLogbook(db, write));
describe.each(ways)('a logbook that writes %s', (_, open) => behavesLikeALogbook(open));
