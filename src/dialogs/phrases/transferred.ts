import { escapeMarkdown } from '../../channels/escape-markdown.js';
import type { ArticleLibrary } from '../article-library.js';
import type { TransferredMemory } from '../transfer/transferred-memory.js';
import type { Turn } from '../turn.js';
import { bullets, shown } from './names.js';

/** What was carried over from another channel, as a Markdown list. */
export function broughtAlong(carried: TransferredMemory, library: ArticleLibrary, turn: Turn): string {
  const t = turn.words();
  const { question, topic, steps, looked, wasOn, expectations } = carried;
  const title = topic === undefined ? undefined : library.titleOf(topic, turn.language());
  const walked = steps && library.find(steps.article, turn.language());
  const findings = Object.keys(looked?.findings ?? {}).length;
  const lists = [expectations?.agents, expectations?.fields].filter((list) => (list ?? []).length > 0);
  return bullets(
    [
      ...(question === undefined ? [] : [t('carry.brought.question', { question: escapeMarkdown(question) })]),
      ...(steps && walked
        ? [t('carry.brought.steps', { title: walked.title, step: steps.step, total: walked.steps.length })]
        : title === undefined
          ? []
          : [t('carry.brought.topic', { title })]),
      ...(looked && findings > 0 ? [t('carry.brought.findings', { count: findings, site: shown(looked.site) })] : []),
      ...(wasOn && wasOn.things.length > 0 ? [t('carry.brought.wasOn', { count: wasOn.things.length })] : []),
      ...(lists.length > 0 ? [t('carry.brought.lists')] : []),
      t('carry.brought.language'),
    ],
    t,
  );
}
