import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { humanName } from '../articles/take-title.js';
import { decodeText } from '../decode-text.js';
import { ImportError } from '../import-error.js';
import type { Source } from '../source.js';
import type { TakeNote } from '../source-page.js';

/** Words of icons that a page draws with a font: what the eye sees as a sign is a word in its text. */
const PLAY_ICON = /^(?:smart_display|play_circle(?:_\w+)?|play_arrow|videocam|ondemand_video|video_library)$/;
const STEP = /^(?:(?:étape|step|schritt|paso)\s+)?(\d{1,2})\s?[.):]\s+([\s\S]*)$/i;
const WARNING =
  /^(?:important|attention|avertissement|rappelez-vous|warning|caution|remember|danger|achtung|wichtig|vorsicht|warnung|importante|atención|recuerde)\s?[!:]/i;
/** A line of navigation or under a picture is short and no sentence, in words. */
const MOST_CAPTION_WORDS = 10;
const MOST_QUESTION_WORDS = 30;

/**
 * The text of a public page, as copied out of a browser: questions and answers, with navigation around them, and the words of
 * pictures and players between them.
 */
export function readGuidesText(file: string): Source {
  return {
    name: resolve(file),
    async *items() {
      const notes: { kind: 'dropped' | 'changed' | 'failed'; message: string }[] = [];
      const note: TakeNote = (kind, message) => notes.push({ kind, message });
      const text = decodeText(await readFile(file), note);
      const markdown = guidesMarkdown(text, note);
      if (markdown === undefined)
        throw new ImportError(
          `${file}: no question with an answer found. Each question is a line of its own that ends with "?".`,
        );
      for (const each of notes) yield { kind: 'note', note: { key: basename(file), ...each } };
      const [, title = humanName(basename(file))] = /^# (.*)$/m.exec(markdown) ?? [];
      yield {
        kind: 'page',
        page: {
          key: basename(file),
          path: '',
          title: title.replace(/\\(.)/g, '$1'),
          format: 'markdown',
          text: markdown.replace(/^# .*\n/, ''),
          categories: [title.replace(/\\(.)/g, '$1')],
          aliases: [],
        },
      };
    },
  };
}

/** The page as Markdown: a heading a question. Nothing when there is no question with an answer. */
function guidesMarkdown(text: string, note: TakeNote): string | undefined {
  const blocks = text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  const starts = blocks.flatMap((block, at) => (isQuestion(block) ? [at] : []));
  const guides = starts.map((start, index) => ({
    question: blocks[start] ?? '',
    body: blocks.slice(start + 1, starts[index + 1]),
  }));
  const answered = guides.filter(({ question, body }) => {
    if (body.some(isSentence)) return true;
    note('dropped', `navigation, no answer: "${[question, ...body].join(' / ')}"`);
    return false;
  });
  if (answered.length === 0) return undefined;
  const before = blocks.slice(0, starts[0] ?? 0);
  const title = before.findLast((block) => !block.includes('\n'));
  const navigation = before.filter((block) => block !== title);
  if (navigation.length > 0) note('dropped', `navigation: "${navigation.join(' / ').replace(/\s+/g, ' ')}"`);
  return [
    ...(title ? [`# ${escaped(title)}`] : []),
    ...answered.flatMap(({ question, body }) => [`## ${escaped(question)}`, ...answerMarkdown(body, note)]),
  ].join('\n\n');
}

/** Steps with what belongs to them, warnings before the step that they guard. */
function answerMarkdown(blocks: readonly string[], note: TakeNote): readonly string[] {
  const body = withoutCaptions(withoutPlayers(blocks, note), note);
  const steps = body.flatMap((block, at) => (STEP.test(block) ? [at] : []));
  const last = steps.at(-1) ?? -1;
  const lines: string[] = [];
  let within: 'introduction' | 'step' | 'warning' = 'introduction';
  for (const [at, block] of body.entries()) {
    const [, number, action] = STEP.exec(block) ?? [];
    if (number !== undefined && action !== undefined) {
      within = 'step';
      lines.push(`${number}. ${paragraph(action)}`);
    } else if (WARNING.test(block) && at < last) {
      // Behind the last step nothing more is guarded: there it belongs to that step.
      within = within === 'introduction' ? within : 'warning';
      lines.push(`> [!WARNING]\n> ${paragraph(block)}`);
    } else if (within === 'warning') {
      lines.push(`${lines.pop()}\n>\n${paragraph(block).replace(/^/gm, '> ')}`);
    } else {
      lines.push(within === 'step' ? paragraph(block).replace(/^/gm, '   ') : paragraph(block));
    }
  }
  return lines;
}

/** A player's icon, its title, its announcement and its button: without the video's address they say nothing. */
function withoutPlayers(blocks: readonly string[], note: TakeNote): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const [icon = '', ...title] = (blocks[at] ?? '').split('\n').map((line) => line.trim());
    if (!PLAY_ICON.test(icon)) {
      kept.push(blocks[at] ?? '');
      continue;
    }
    const button = blocks
      .slice(at + 1, at + 4)
      .findIndex((block) => block.split(/\s+/).length <= 3 && !isSentence(block));
    note(
      'changed',
      `a text has no address of the video "${title.join(' ')}"; its announcement is left out: add "video:" to the article`,
    );
    at += button + 1;
  }
  return kept;
}

/** Words under pictures that the text does not have. One right before a paragraph, after another one, is a heading. */
function withoutCaptions(blocks: readonly string[], note: TakeNote): readonly string[] {
  return blocks.flatMap((block, at) => {
    if (!isCaption(block)) return [block];
    const next = blocks[at + 1];
    const isHeading =
      isCaption(blocks[at - 1]) && next !== undefined && !isCaption(next) && !STEP.test(next) && !isList(next);
    if (isHeading) return [`**${block}**`];
    note('dropped', `the words of a picture that the text does not have: "${block}"`);
    return [];
  });
}

function isQuestion(block: string): boolean {
  return (
    /[?？]$/.test(block) &&
    !block.includes('\n') &&
    !STEP.test(block) &&
    block.split(/\s+/).length <= MOST_QUESTION_WORDS
  );
}

const isSentence = (block: string) => block.split(/\s+/).length > 3 && /[.:!;…]["»”)]?$/.test(block);
const isList = (block: string) => /^[•▪●◦–*-]\s/.test(block);
const isCaption = (block: string | undefined) =>
  block !== undefined &&
  !block.includes('\n') &&
  !STEP.test(block) &&
  !isList(block) &&
  !/[.:!?;…]["»”)]?$/.test(block) &&
  block.split(/\s+/).length <= MOST_CAPTION_WORDS;

/** Lines with a bullet are a list; others are one paragraph. */
function paragraph(block: string): string {
  const lines = block.split('\n').map((line) => line.trim());
  return lines
    .map((line) => (isList(line) ? `- ${escaped(line.replace(/^[•▪●◦–*-]\s+/, ''))}` : escaped(line)))
    .join('\n');
}

const escaped = (text: string) =>
  text.replace(/^\*\*(.*)\*\*$|[\\`*_[\]<>]/g, (sign, bold) => (bold === undefined ? `\\${sign}` : sign));
