import { describeProblem } from '../knowledge/articles/article.js';
import type { App } from './compose.js';
import type { DestinationReport } from './handoff/open-handoffs.js';
import type { KnowledgeReport } from './knowledge/compare-knowledge.js';
import { type MessagesDoor, messagesDoor } from './messages-door.js';

/** What `/readyz` answers with. */
export interface Probe {
  /** `degraded`: it answers, but part of the knowledge base could not be loaded, a destination of cases is down, or another process answers from another knowledge base. */
  readonly status: 'ready' | 'degraded' | 'down';
  readonly articles: number;
  readonly languages: readonly string[];
  /** Whether Bot Framework channels may write; without a Microsoft identity only this machine may, in production nobody. */
  readonly messages: MessagesDoor;
  readonly storage: 'writable' | 'failing';
  /** Why the storage fails, as its library says it. */
  readonly storageFault?: string;
  /** Where cases go, and how each destination does; empty: cases are kept, and nobody is told. */
  readonly handoff: readonly DestinationReport[];
  /** Where several processes serve: which knowledge base this one has, and which of the others has had another for over a minute. */
  readonly knowledge?: KnowledgeReport;
  /** What could not be loaded: file, line and reason. */
  readonly problems: readonly string[];
}

/** What of the app tells whether it can do its job. */
export interface Probed {
  readonly knowledgeService: { readonly knowledge: { readonly articles: { readonly size: number } } };
  readonly locales: Pick<App['locales'], 'languages'>;
  readonly problems: App['problems'];
  readonly handoffs: { report(): Promise<readonly DestinationReport[]> };
  readonly isWritable: App['isWritable'];
  readonly shared?: { knowledge(): KnowledgeReport } | undefined;
  readonly config: Parameters<typeof messagesDoor>[0];
}

/** Whether this process can do its job now. */
export async function readiness({
  knowledgeService,
  locales,
  problems,
  isWritable,
  config,
  handoffs,
  shared,
}: Probed): Promise<Probe> {
  const { articles } = knowledgeService.knowledge;
  const storageFault = await isWritable().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  const isFailing = storageFault !== undefined;
  const handoff = isFailing ? [] : await handoffs.report();
  const isCut = handoff.some(({ state, kind }) => state === 'down' || kind === 'not in the settings');
  const knowledge = shared?.knowledge();
  const isPartly = problems.length > 0 || isCut || (knowledge?.others ?? []).length > 0;
  const status = isFailing ? 'down' : isPartly ? 'degraded' : 'ready';
  return {
    status,
    articles: articles.size,
    languages: locales.languages,
    messages: messagesDoor(config),
    storage: isFailing ? 'failing' : 'writable',
    ...(isFailing ? { storageFault } : {}),
    handoff,
    ...(knowledge ? { knowledge } : {}),
    problems: problems.map(describeProblem),
  };
}
