// Builds dist/widget: the launcher, the chat, its styles and the card library. Everything is ours to serve.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** Sizes in bytes, gzip -9: a build that is heavier fails. */
const BUDGETS = { 'widget.js': 5_000, 'chat.js': 45_000 };

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

await mkdir(outdir, { recursive: true });
const common = { bundle: true, minify: true, target: 'es2022', outdir, legalComments: 'none', logLevel: 'warning' };
await build({
  ...common,
  format: 'iife',
  entryPoints: { widget: join(here, 'launcher', 'main.ts') },
  define: { LAUNCHER_WORDS: JSON.stringify(await launcherWords()) },
});
await build({
  ...common,
  format: 'iife',
  entryPoints: { chat: join(here, 'chat', 'main.tsx') },
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'process.env.NODE_ENV': '"production"' },
});
await build({ ...common, entryPoints: { chat: join(here, 'chat', 'chat.css') } });
await build({ ...common, format: 'esm', entryPoints: { cards: join(here, 'cards', 'draw-card.ts') } });

for (const file of (await readdir(outdir)).filter((name) => /\.(?:js|css)$/.test(name))) {
  const bytes = await readFile(join(outdir, file));
  // Brotli's best takes a fifth of a second, which nobody should wait for: it is made here, once.
  await writeFile(join(outdir, `${file}.br`), brotliCompressSync(bytes));
  const size = gzipSync(bytes, { level: 9 }).length;
  const most = BUDGETS[file];
  console.error(`${file.padEnd(10)} ${(size / 1000).toFixed(1)} kB gzip${most ? ` (at most ${most / 1000})` : ''}`);
  if (most !== undefined && size > most) process.exitCode = 1;
}
