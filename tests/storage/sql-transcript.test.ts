import { sqlTranscript } from '../../src/storage/sql-transcript';
import { behavesLikeATranscript } from '../contracts/transcript.contract';
import { testDatabases } from './open-test-database';
import { waysToWrite } from './ways-to-write';

const ways = waysToWrite(testDatabases(), (db, _, write) => sqlTranscript(db, write));
describe.each(ways)('a transcript that writes %s', (_, open) => behavesLikeATranscript(open));
