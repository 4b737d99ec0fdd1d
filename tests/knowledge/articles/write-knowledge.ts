import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a knowledge base of the given files into a folder of its own; `remove` takes it away. */
export function writeKnowledge(files: Readonly<Record<string, string>>): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-knowledge-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** A file of one article, as short as it may be. */
export function articleFile(title: string, body = 'Cliquez ici.', front = ''): string {
  return `---\ntitle: ${title}\nquestions: [comment ${title}]\nupdated: 2026-11-22\n${front}---\n${body}\n`;
}
