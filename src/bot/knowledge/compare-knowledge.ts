import type { Knowledge } from '../../knowledge/articles/load-knowledge.js';
import type { OtherProcess, Processes } from '../../storage/sql-processes.js';
import type { Log } from '../log.js';
import type { KnowledgeService } from './knowledge-service.js';
import { knowledgeVersion } from './knowledge-version.js';

/** A change reaches all processes in seconds, and a process that starts learns for some more; this is longer. */
const LASTING_SECONDS = 60;

/** The knowledge base of this process beside those of the others. */
export interface KnowledgeReport {
  readonly version: string;
  /** The processes that have answered from another one for over a minute. */
  readonly others: readonly { readonly process: string; readonly version: string }[];
}

/** Sees to it that nobody overlooks that processes answer from different knowledge bases. */
export interface ComparedKnowledge {
  /** Tells the others which knowledge base is here, and looks which are there; to be called several times a minute. */
  beat(): Promise<void>;
  report(): KnowledgeReport;
}

interface CompareDeps {
  readonly processes: Processes;
  readonly knowledgeService: Pick<KnowledgeService, 'knowledge'>;
  readonly log: Log;
}

/** Compares by way of the database that the processes share. */
export function compareKnowledge({ processes, knowledgeService, log }: CompareDeps): ComparedKnowledge {
  let known: { readonly of: Knowledge; readonly version: string } | undefined;
  let others: KnowledgeReport['others'] = [];
  const version = () => {
    const { knowledge } = knowledgeService;
    if (known?.of !== knowledge) known = { of: knowledge, version: knowledgeVersion(knowledge) };
    return known.version;
  };
  const differing = (all: readonly OtherProcess[], ours: string) =>
    all
      .filter(({ knowledge, seconds }) => knowledge !== ours && seconds > LASTING_SECONDS)
      .map(({ name, knowledge }) => ({ process: name, version: knowledge }));
  return {
    async beat() {
      const ours = version();
      const before = JSON.stringify(others);
      const all = await processes.beat(ours).catch((error: unknown) => {
        // Whom nobody can ask nobody can speak about.
        others = [];
        throw error;
      });
      others = differing(all, ours);
      if (JSON.stringify(others) === before) return;
      if (others.length > 0) log.warn({ event: 'knowledge differs', version: ours, others });
      else log.info({ event: 'knowledge the same again', version: ours });
    },
    report: () => ({ version: version(), others }),
  };
}
