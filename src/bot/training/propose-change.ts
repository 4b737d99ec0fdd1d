import { spawn } from 'node:child_process';
import type { FileChange } from '../../training/file-change.js';
import { expectedOf, type Lesson } from '../../training/lesson.js';
import type { Proposed } from '../../training/teacher.js';

/** How long the program may take, in milliseconds. */
const LONGEST_RUN = 60_000;
/** Characters of what it prints that are kept. */
const MOST_PRINTED = 2000;

/**
 * Gives a change to the team's program: the patch on its standard input; its title, author and files as `PASSERELLE_TITLE`,
 * `PASSERELLE_AUTHOR` and `PASSERELLE_FILES` (one a line). It is started as it is, without a shell.
 */
export function proposeChange(
  program: string,
  { patch, changes }: { readonly patch: string; readonly changes: readonly FileChange[] },
  { author, lesson }: { readonly author: string; readonly lesson: Lesson },
): Promise<Proposed> {
  return new Promise((resolve) => {
    const failed = (problem: string) => resolve({ kind: 'not-proposed', problem, patch });
    const child = spawn(program, [], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PASSERELLE_TITLE: titleOf(lesson),
        PASSERELLE_AUTHOR: oneLine(author),
        PASSERELLE_FILES: changes.map(({ path }) => path).join('\n'),
      },
    });
    // Its own `timeout` would go on for a program that could not be started.
    const timer = setTimeout(() => child.kill(), LONGEST_RUN);
    let printed = '';
    const hear = (bytes: Buffer) => {
      printed = (printed + bytes.toString('utf8')).slice(-MOST_PRINTED);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // One that does not read what it is given says by its end what is wrong.
    child.stdin.on('error', () => undefined);
    child.on('error', (error) => {
      clearTimeout(timer);
      failed(`${program} cannot be started: ${error.message}`);
    });
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const said = printed.trim().split('\n').at(-1)?.trim() ?? '';
      if (code === 0) resolve({ kind: 'proposed', said });
      else failed(`${program} ended with ${code ?? signal}${said ? `: ${said}` : ''}`);
    });
    child.stdin.end(patch);
  });
}

/** What a change does, as the first line of a commit. */
function titleOf(lesson: Lesson): string {
  const { expect } = expectedOf(lesson);
  switch (lesson.kind) {
    case 'asking':
      return `Add a way of asking for ${expect}`;
    case 'outside':
      return `Refuse a question of the topic ${lesson.topic}`;
    case 'near-miss':
      return `Add a near miss of ${lesson.article}`;
    case 'draft':
      return `Draft the article ${lesson.article}`;
    case 'edit':
      return `Change the article ${lesson.article}`;
  }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
