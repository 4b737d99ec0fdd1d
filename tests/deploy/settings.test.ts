import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsForm } from '../../src/bot/settings-form';

const root = join(__dirname, '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const textOf = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => read(join(folder, file)))
    .join('\n');

const inExample = [...read('.env.example').matchAll(/^# ?(\w+)=/gm)].map(([, name = '']) => name);

test('.env.example names every setting', () => {
  expect(Object.keys(settingsForm.shape).filter((name) => !inExample.includes(name))).toEqual([]);
});

test('what is named as a setting, there and on the pages for operators, is read', () => {
  const sources = textOf('src', '.ts');
  const theirs = ['sdk-trace-base', 'otlp-exporter-base', 'resources']
    .map((name) => textOf(`node_modules/@opentelemetry/${name}/build/src`, '.js'))
    .join('\n');
  const onPages = ['docs/operating.md', 'docs/azure.md'].flatMap((page) =>
    [
      ...read(page).matchAll(
        /`((?:OTEL|DATABASE|OIDC)_[A-Z_]+|[A-Z]+_(?:URL|TOKEN|SECRET|DIR|PROXIES|SECONDS|FILE))\b/g,
      ),
    ].map(([, name = '']) => name),
  );
  const isRead = (name: string) =>
    name in settingsForm.shape ||
    name.startsWith('CHECKS_') ||
    (name.startsWith('OTEL_') ? theirs : sources).includes(name);
  expect(onPages.length).toBeGreaterThan(8);
  expect([...inExample, ...onPages].filter((name) => !isRead(name))).toEqual([]);
});
