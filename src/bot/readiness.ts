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

/** What of the app tells whether it can do its job. */
export interface Probed {
  readonly knowledgeService: { readonly knowledge: { readonly articles: { readonly size: number } } };
  readonly locales: Pick<App['locales'], 'languages'>;
  readonly problems: App['problems'];
  readonly isWritable: App['isWritable'];
  readonly config: Parameters<typeof messagesDoor>[0];
}

/** Whether this process can do its job now. */
export async function readiness({ knowledgeService, locales, problems, isWritable, config }: Probed): Promise<Probe> {
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
