import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../../src/bot/operator-error';
import { loadEnvFile } from '../../src/commands/load-env-file';

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'passerelle-env-')), '.env');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true, force: true }));

/** The environment after a file with this text was loaded over another one. */
function loaded(text: string | Buffer, env: Record<string, string | undefined> = {}) {
  writeFileSync(file, text);
  loadEnvFile(file, env);
  return env;
}

it('adds what the file says, quoted, exported or over several lines', () => {
  const text =
    '# ours\n\nPORT=4000\nexport TEAM_NAME="Help Desk" # as customers know it\r\nKEY=\'a#b\'\nLONG="one\ntwo=2\n"\n';
  expect(loaded(text)).toEqual({ PORT: '4000', TEAM_NAME: 'Help Desk', KEY: 'a#b', LONG: 'one\ntwo=2\n' });
});

it('leaves what is set already as it is, even when it is set to nothing', () => {
  expect(loaded('PORT=4000\nHOST=0.0.0.0\nTEAM_NAME=Ours\n', { PORT: '1', HOST: '' })).toEqual({
    PORT: '1',
    HOST: '',
    TEAM_NAME: 'Ours',
  });
});

it('adds nothing when there is no file', () => {
  const env = { PORT: '1' };
  loadEnvFile(file, env);
  expect(env).toEqual({ PORT: '1' });
});

it.each([
  ['words without a sign', 'PORT=1\nMicrosoft secret-of-ours\n', 2],
  ['a name that is none', '1PORT=1\n', 1],
  ['a value without a name', 'PORT=1\n\n=secret-of-ours\n', 3],
  ['a quotation mark that is never closed', '# ours\nWEB_SECRET="secret-of-ours\nPORT=1\n', 2],
])('refuses %s, names the line and does not repeat it', (_, text, line) => {
  const env = {};
  writeFileSync(file, text);
  expect(() => loadEnvFile(file, env)).toThrow(OperatorError);
  expect(() => loadEnvFile(file, env)).toThrow(`${file}:${line}: NAME=value expected`);
  expect(() => loadEnvFile(file, env)).not.toThrow('secret-of-ours');
  expect(env).toEqual({});
});

it('refuses what is no text', () => {
  writeFileSync(file, Buffer.from([0x50, 0x3d, 0xff, 0xfe, 0x0a]));
  expect(() => loadEnvFile(file, {})).toThrow(`${file} cannot be read (ERR_ENCODING_INVALID_ENCODED_DATA)`);
});

it('refuses a folder of that name', () => {
  mkdirSync(file);
  expect(() => loadEnvFile(file, {})).toThrow(`${file} cannot be read (EISDIR)`);
});
