import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A question of a page, with its answer. */
export interface QuestionPart {
  readonly question: string;
  /** Headings above it that only order questions, from the outside in. */
  readonly group: readonly string[];
  readonly body: readonly RootContent[];
}

interface Split {
  /** What is no answer to a question. */
  readonly rest: readonly RootContent[];
  readonly parts: readonly QuestionPart[];
}

/** A page of questions has at least so many. */
const LEAST = 2;

/**
 * Splits a page of questions and answers: every heading that is a question is an answer of its own. A page of which most
 * headings are none is a guide, and stays one.
 */
export function splitQuestions(body: readonly RootContent[]): Split {
  const depth = depthOfQuestions(body);
  if (depth === undefined) return { rest: body, parts: [] };
  const rest: RootContent[] = [];
  const parts: { question: string; group: readonly string[]; body: RootContent[] }[] = [];
  const above: Heading[] = [];
  let open: RootContent[] = rest;
  for (const node of body) {
    if (node.type === 'heading' && node.depth <= depth) {
      while (above.length > 0 && (above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
      if (isQuestion(node)) {
        const part = { question: oneLine(node), group: above.map(oneLine), body: [] };
        parts.push(part);
        open = part.body;
        continue;
      }
      above.push(node);
      open = rest;
    }
    open.push(node);
  }
  const answered = parts.filter((part) => part.body.length > 0);
  return answered.length < LEAST ? { rest: body, parts: [] } : { rest: withoutEmptyGroups(rest), parts };
}

function depthOfQuestions(body: readonly RootContent[]): number | undefined {
  const headings = body.filter((node) => node.type === 'heading');
  return [1, 2, 3, 4, 5, 6].find((depth) => {
    const those = headings.filter((heading) => heading.depth === depth);
    const questions = those.filter(isQuestion).length;
    return questions >= LEAST && questions * 2 >= those.length;
  });
}

/** Headings with nothing under them but questions have gone with these. */
function withoutEmptyGroups(rest: readonly RootContent[]): readonly RootContent[] {
  return rest.filter((node, at) => {
    if (node.type !== 'heading') return true;
    const next = rest[at + 1];
    const isEmpty = next === undefined || (next.type === 'heading' && next.depth <= node.depth);
    return !isEmpty && rest.slice(at + 1).some((other) => other.type !== 'heading');
  });
}

const isQuestion = (heading: Heading) => /[?？]["»”]?$/.test(oneLine(heading));
const oneLine = (node: Heading) => textOf(node).replace(/\s+/g, ' ').trim();
