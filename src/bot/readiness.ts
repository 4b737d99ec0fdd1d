import { describeProblem } from '../knowledge/articles/article.js';
import type { App } from './compose.js';
import { type MessagesDoor, messagesDoor } from './messages-door.js';

export interface Probe {
  /** `degraded`: it answers, but part of the knowledge base could not be loaded. */
  readonly status: 'ready' | 'degraded' | 'down';
  readonly articles: number;
  readonly languages: readonly string[];
  /** Whether Bot Framework channels may write; without a Microsoft identity only this machine may, in production nobody. */
  readonly messages: MessagesDoor;
  readonly storage: 'writable' | 'failing';
  /** Why the storage fails, as its library says it. */
  readonly storageFault?: string;
  /** What could not be loaded: file, line and reason. */
  readonly problems: readonly string[];
}

/** Whether this process can do its job now. */
export async function readiness({ knowledgeService, locales, problems, isWritable, config }: App): Promise<Probe> {
  const { articles } = knowledgeService.knowledge;
  const storageFault = await isWritable().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const isFailing = storageFault !== undefined;
  const status = isFailing ? 'down' : problems.length > 0 ? 'degraded' : 'ready';
  return {
    status,
    articles: articles.size,
    languages: locales.languages,
    messages: messagesDoor(config),
    storage: isFailing ? 'failing' : 'writable',
    ...(isFailing ? { storageFault } : {}),
    problems: problems.map(describeProblem),
  };
}
