import { isStorageFault } from '../../src/storage/is-storage-fault';
import { StorageError } from '../../src/storage/storage-error';
import { CommitError } from '../../src/storage/unit-of-work';

const coded = (code: string) => Object.assign(new Error('said otherwise'), { code });

test.each([
  ['ours', new StorageError('full')],
  ['of Node', coded('ECONNRESET')],
  ['of the file', coded('SQLITE_FULL')],
  ['of a server that stops', coded('57P01')],
  ['of its disk', coded('58030')],
  ['in the middle of a transaction', coded('25P02')],
  ['a client that is closed', new Error('Client was closed and is not queryable')],
  ['a client that lost its line', new Error('Client has encountered a connection error and is not queryable')],
  ['a line cut in an answer', new Error('Received unexpected commandComplete message from backend.')],
  ['no connection in time', new Error('timeout expired')],
  ['a statement held up by another', coded('57014')],
  ['inside of a dialog', Object.assign(new Error('read ECONNRESET'), { error: coded('ECONNRESET') })],
  ['the cause of another', new CommitError('x', { cause: coded('57P02') })],
])('a fault of the store: %s', (_, error) => expect(isStorageFault(error)).toBe(true));

test.each([
  ['a bug', new TypeError('Cannot read properties of undefined')],
  ['a row that is there already', coded('23505')],
  ['nothing', undefined],
])('no fault of the store: %s', (_, error) => expect(isStorageFault(error)).toBe(false));
