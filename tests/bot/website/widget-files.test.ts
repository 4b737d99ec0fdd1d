import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { sendable } from '../../../src/bot/website/send-response';
import { widgetFiles } from '../../../src/bot/website/widget-files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passerelle-widget-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file that many ask for at the same moment is read once', async () => {
  writeFileSync(join(folder, 'chat.js'), 'chat');
  const { find } = widgetFiles(folder);
  const all = await Promise.all(Array.from({ length: 20 }, () => find('/widget/chat.js')));
  expect(new Set(all).size).toBe(1);
  expect(all[0]?.bytes.toString()).toBe('chat');
});

test('a file that is not there is looked for again', async () => {
  const { find } = widgetFiles(folder);
  expect(await find('/widget/chat.js')).toBeUndefined();
  writeFileSync(join(folder, 'chat.js'), 'chat');
  expect((await find('/widget/chat.js'))?.bytes.toString()).toBe('chat');
});

test('a team’s bundle of Web Chat is sent from where it lies, when it lies there', async () => {
  const bundle = join(folder, 'webchat.js');
  const { find } = widgetFiles(folder, bundle);
  expect(await find('/widget/webchat.js')).toBeUndefined();
  writeFileSync(bundle, 'web chat');
  expect((await find('/widget/webchat.js'))?.bytes.toString()).toBe('web chat');
});

test('what is large is compressed beside everything else, once', async () => {
  const bytes = Buffer.alloc(1_000_000, 'web chat ');
  const { gzip } = sendable('text/javascript', bytes);
  const packed = gzip();
  expect(Buffer.isBuffer(packed)).toBe(false);
  expect(gzip()).toBe(packed);
  expect(gunzipSync(await packed).equals(bytes)).toBe(true);
});
