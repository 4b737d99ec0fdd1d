import { openSharedLimits } from '../channels/web/shared-limits.js';
import { compareKnowledge } from './knowledge/compare-knowledge.js';
import type { KnowledgeService } from './knowledge/knowledge-service.js';
import type { Log } from './log.js';
import type { openStorage } from './open-storage.js';

type Shared = NonNullable<Awaited<ReturnType<typeof openStorage>>['shared']>;

interface SharingDeps {
  readonly knowledgeService: KnowledgeService;
  readonly log: Log;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
}

/** What several processes tell each other again and again, beside the turns: limits, and which knowledge base each has. */
export function openSharing({ levels, processes }: Shared, { knowledgeService, log, clock }: SharingDeps) {
  const limits = openSharedLimits({
    levels,
    clock,
    onFault: (why) => log.warn({ event: 'limits not shared', why }),
  });
  const { beat, report } = compareKnowledge({ processes, knowledgeService, log });
  return {
    openLimit: limits.open,
    exchangeLimits: limits.exchange,
    /** Tells which knowledge base is here; what is over of limits is cleared away with it. */
    async compare() {
      await beat();
      await levels.forgetFull();
    },
    knowledge: report,
  };
}
