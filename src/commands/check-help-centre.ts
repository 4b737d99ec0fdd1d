import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PRODUCT_FOLDER } from '../bot/config.js';
import { openKnowledgeService } from '../bot/knowledge/knowledge-service.js';
import { OperatorError } from '../bot/operator-error.js';
import { lintSentences } from '../dialogs/phrases/lint-sentences.js';
import { understandTyped } from '../dialogs/routing/understand.js';
import { linkProblem } from '../freshness/link-problem.js';
import { type ArticleLink, linksOf } from '../freshness/links-of.js';
import { openPageDoor, type PageDoor, type Seen } from '../freshness/open-page-door.js';
import { probeLinks } from '../freshness/probe-links.js';
import type { ContentProblem } from '../knowledge/articles/article.js';
import { type LintFinding, lintKnowledge } from '../knowledge/articles/lint-knowledge.js';
import { type Knowledge, loadKnowledge } from '../knowledge/articles/load-knowledge.js';
import { findCollisions } from '../training/find-collisions.js';
import { isHit, judgedQuestion } from '../training/is-hit.js';
import type { Judge } from '../training/preview-lesson.js';
import { QUESTIONS_FILE } from '../training/questions-file.js';
import { readQuestions } from './evaluate-file.js';
import { type CheckedCase, junitReport } from './junit-report.js';
import { lintChecks } from './lint-checks.js';
import { lintTranslations } from './lint-translations.js';
import { placeFindings } from './place-findings.js';
import { print } from './print.js';

/** What `passerelle check` is called with. */
export interface CheckOptions {
  /** Whether advice counts like an error. */
  readonly isStrict: boolean;
  /** Whether links are followed. */
  readonly online: boolean;
  /** What its questions are judged by; the usual one unless the team has set another. */
  readonly falseAnswerBudget?: number | undefined;
  /** Where JUnit's XML is written. */
  readonly junit?: string | undefined;
  /** What links are followed through; the internet unless a test says otherwise. */
  readonly door?: PageDoor;
}

/**
 * `passerelle check DIR`: everything that must hold before a change of a help centre goes live. Content rules, the team's regression
 * questions, lines that another article takes, links as they are written and, online, where they lead. Ends with 1 when something failed.
 */
export async function checkHelpCentre(folder: string, options: CheckOptions): Promise<void> {
  if (!existsSync(folder)) throw new OperatorError(`There is no folder ${folder}.`);
  const product = await loadKnowledge(PRODUCT_FOLDER);
  const { understanding } = await openKnowledgeService(folder, { falseAnswerBudget: options.falseAnswerBudget });
  const knowledge = await loadKnowledge(folder, product);
  const judge = understandTyped(understanding).verdict;
  const links = [...knowledge.articles.values()].flatMap((versions) => [...versions.values()].flatMap(linksOf));
  const found = [
    ...(await contentCases(folder, knowledge)),
    ...(await questionCases(folder, judge)),
    ...collisionCases(knowledge, product, judge),
    ...(await linkCases(folder, links)),
    ...(options.online ? await onlineCases(folder, links, options.door ?? openPageDoor()) : []),
  ];
  const cases = options.isStrict
    ? found.map((one) => (one.outcome === 'advice' ? { ...one, outcome: 'failed' as const } : one))
    : found;
  for (const { outcome, suite, place, name, message } of cases) {
    if (outcome === 'passed') continue;
    const what = place === undefined ? name : `${place}: ${name}`;
    print(`${outcome === 'failed' ? 'FAILED' : 'advice'}  ${suite}  ${what}${message ? `: ${message}` : ''}\n`);
  }
  if (options.junit !== undefined) await writeFile(options.junit, junitReport(cases));
  const count = (outcome: CheckedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  print(`${count('passed')} passed, ${count('failed')} failed, ${count('advice')} pieces of advice\n`);
  if (count('failed') > 0) process.exitCode = 1;
}

/** One case an article, and one each thing that is wrong. */
async function contentCases(folder: string, knowledge: Knowledge): Promise<readonly CheckedCase[]> {
  const found = await placeFindings(folder, lintKnowledge(knowledge));
  const sentences = await lintSentences({ product: PRODUCT_FOLDER, deployment: folder }, knowledge.languages);
  const checks = await lintChecks(folder, knowledge);
  const translations = await lintTranslations(folder, knowledge.languages);
  const problems: readonly (ContentProblem & Partial<LintFinding>)[] = [
    ...[...knowledge.problems, ...found, ...sentences],
    ...[...checks, ...translations],
  ];
  const bad = problems.map(
    ({ file, line, message, isAdvice = false }): CheckedCase => ({
      suite: 'content',
      name: message,
      place: line === undefined ? file : `${file}:${line}`,
      outcome: isAdvice ? 'advice' : 'failed',
    }),
  );
  const sound = `${knowledge.articles.size} articles in ${knowledge.languages.join(', ')}`;
  return bad.some(({ outcome }) => outcome === 'failed')
    ? bad
    : [...bad, { suite: 'content', name: sound, outcome: 'passed' }];
}

async function questionCases(folder: string, judge: Judge): Promise<readonly CheckedCase[]> {
  const path = join(folder, QUESTIONS_FILE);
  if (!existsSync(path)) return [];
  return readQuestions(path, await readFile(path, 'utf8')).map((question) => {
    const judged = judgedQuestion(question, judge(question.text, question.language));
    const got = judged.got === null ? 'not understood' : `${judged.got} (${judged.verdict})`;
    return {
      suite: 'questions',
      name: `${question.language}: ${question.text}`,
      ...(isHit(judged)
        ? { outcome: 'passed' }
        : { outcome: 'failed', message: `expected ${question.expect}, got ${got}` }),
    };
  });
}

function collisionCases(knowledge: Knowledge, product: Knowledge, judge: Judge): readonly CheckedCase[] {
  const found = findCollisions(knowledge, product, judge);
  if (found.length === 0) return [{ suite: 'collisions', name: 'each line means its own article', outcome: 'passed' }];
  return found.map(({ line, language, of, to }) => ({
    suite: 'collisions',
    name: `${language}: ${line}`,
    outcome: 'advice',
    message: `it belongs to ${of} and is answered with ${to}`,
  }));
}

async function linkCases(folder: string, links: readonly ArticleLink[]): Promise<readonly CheckedCase[]> {
  const pictures = new Set(await readdir(join(folder, 'pictures')).catch(() => []));
  return placed(
    folder,
    links.flatMap((link) => {
      const message = linkProblem(link, pictures);
      return message === undefined ? [] : [{ link, outcome: 'failed' as const, message }];
    }),
    { name: `${links.length} links are well formed`, suite: 'links' },
  );
}

async function onlineCases(
  folder: string,
  links: readonly ArticleLink[],
  door: PageDoor,
): Promise<readonly CheckedCase[]> {
  const probed = await probeLinks(links, door, setTimeout);
  await door.close();
  return placed(
    folder,
    probed.flatMap(({ seen, ...link }) => {
      const said = outcomeOf(seen);
      return said ? [{ link, ...said }] : [];
    }),
    { name: `${probed.length} links lead somewhere`, suite: 'links online' },
  );
}

function outcomeOf(seen: Seen): { readonly outcome: 'failed' | 'advice'; readonly message: string } | undefined {
  switch (seen.kind) {
    case 'gone':
      return { outcome: 'failed', message: seen.why };
    case 'unsure':
      return { outcome: 'advice', message: `cannot be told today: ${seen.why}` };
    case 'found':
      return seen.movedTo === undefined ? undefined : { outcome: 'advice', message: `moved to ${seen.movedTo}` };
  }
}

interface LinkOutcome {
  readonly link: ArticleLink;
  readonly outcome: 'failed' | 'advice';
  readonly message: string;
}

/** Links with the line on which they stand. */
async function placed(
  folder: string,
  found: readonly LinkOutcome[],
  { suite, name }: { readonly suite: string; readonly name: string },
): Promise<readonly CheckedCase[]> {
  if (found.length === 0) return [{ suite, name, outcome: 'passed' }];
  const findings = found.map(({ link, outcome, message }) => ({
    file: `${link.language}/articles/${link.article}.md`,
    near: link.url,
    message,
    isAdvice: outcome === 'advice',
  }));
  return (await placeFindings(folder, findings)).map(({ file, line, message, isAdvice, near = '' }) => ({
    suite,
    name: near,
    place: line === undefined ? file : `${file}:${line}`,
    outcome: isAdvice ? 'advice' : 'failed',
    message,
  }));
}
