// Builds dist/widget: the launcher, the chat, its styles and the card library; charts and style of the operators' page. Everything is ours to serve.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Sizes in bytes, gzip -9: a build that is heavier fails. */
const BUDGETS = { 'widget.js': 5_000, 'chat.js': 45_000, 'operate.js': 40_000 };

const here = dirname(fileURLToPath(import.meta.url));
const outdir = process.argv[2] ?? join(here, '..', 'dist', 'widget');

/** The few words that the launcher needs before anything is loaded, in every language that we have. */
async function launcherWords() {
  const locales = join(here, '..', 'locales');
  const folders = (await readdir(locales, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const words = await Promise.all(
    folders.map(async ({ name }) => {
      const { widget } = JSON.parse(await readFile(join(locales, name, 'bot.json'), 'utf8'));
      return [name, { open: widget.open, close: widget.close, frame: widget.frame, unread: widget.unread }];
    }),
  );
  return Object.fromEntries(words);
}

/** The licences of what others have written and we ship, beside it: a package without one fails the build. */
async function licences(inputs) {
  const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${name} has no licence file: it cannot be shipped`);
    return `${name} ${version} (${license})\n\n${(await readFile(join(folder, file), 'utf8')).trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

await mkdir(outdir, { recursive: true });
const banner = { js: '/*! licences: licences.txt */' };
const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  outdir,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};
await build({
  ...common,
  format: 'iife',
  entryPoints: { widget: join(here, 'launcher', 'main.ts') },
  define: { LAUNCHER_WORDS: JSON.stringify(await launcherWords()) },
});
const chat = await build({
  ...common,
  banner,
  format: 'iife',
  entryPoints: { chat: join(here, 'chat', 'main.tsx') },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
});
await build({ ...common, entryPoints: { chat: join(here, 'chat', 'chat.css') } });
const cards = await build({
  ...common,
  banner,
  format: 'esm',
  entryPoints: { cards: join(here, 'cards', 'draw-card.ts') },
});
const operate = await build({
  ...common,
  banner,
  format: 'iife',
  entryPoints: { operate: join(here, 'operate', 'main.ts') },
});
const operateStyle = await build({ ...common, entryPoints: { operate: join(here, 'operate', 'operate.css') } });
const shipped = [chat, cards, operate, operateStyle].flatMap(({ metafile }) => Object.keys(metafile.inputs));
await writeFile(join(outdir, 'licences.txt'), await licences(shipped));

for (const file of (await readdir(outdir)).filter((name) => /\.(?:js|css)$/.test(name))) {
  const bytes = await readFile(join(outdir, file));
  // Brotli's best takes a fifth of a second, which nobody should wait for: it is made here, once.
  await writeFile(join(outdir, `${file}.br`), brotliCompressSync(bytes));
  const size = gzipSync(bytes, { level: 9 }).length;
  const most = BUDGETS[file];
  console.error(`${file.padEnd(10)} ${(size / 1000).toFixed(1)} kB gzip${most ? ` (at most ${most / 1000})` : ''}`);
  if (most !== undefined && size > most) process.exitCode = 1;
}
