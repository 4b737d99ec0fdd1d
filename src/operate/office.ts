import type { OperateWords } from '../dialogs/phrases/words.js';
import type { Case } from '../handoff/case.js';
import type { QuestionGroup } from '../insights/group-questions.js';
import type { Insights } from '../insights/insights.js';
import type { Article } from '../knowledge/articles/article.js';
import type { Verdict } from '../knowledge/understanding/verdict.js';
import type { Teacher } from '../training/teacher.js';
import type { Audit } from './audit.js';

/** How a destination of cases does. */
export interface DestinationState {
  readonly id: string;
  readonly kind: string;
  readonly state: 'unknown' | 'up' | 'down';
  readonly since?: string;
  readonly why?: string;
  readonly waiting: number;
  readonly givenUp: number;
}

/** Whether an answer to a case goes out: the words for what came of it. */
export type AnswerOutcome = 'queued' | 'known' | 'unknown' | 'unreadable' | 'unreachable' | 'full' | 'secret';

/** Where a page of ours is. */
export interface Office {
  readonly insights: Insights;
  /** The unanswered questions in groups, as they are now. */
  readonly unanswered: () => Promise<readonly QuestionGroup[]>;
  readonly cases: {
    list(): Promise<readonly Case[]>;
    find(reference: string): Promise<Case | undefined>;
    /** The case as it is then; whoever claimed it before keeps it. */
    claim(reference: string, by: string): Promise<Case | undefined>;
    close(reference: string): Promise<Case | undefined>;
    answer(reference: string, text: string, by: string, id: string): Promise<AnswerOutcome>;
    /** References of cases with an answer that has not reached the customer. */
    undelivered(): Promise<ReadonlyMap<string, 'waiting' | 'given-up'>>;
  };
  readonly health: () => Promise<{
    readonly status: 'ready' | 'degraded' | 'down';
    readonly articles: number;
    readonly languages: readonly string[];
    readonly problems: readonly string[];
    /** Processes that have answered from another knowledge base for over a minute. */
    readonly others: readonly { readonly process: string; readonly version: string }[];
    /** Articles whose links or sources somebody has to look at. */
    readonly stale: readonly {
      readonly article: string;
      readonly language: string;
      readonly kind: 'gone' | 'moved' | 'changed';
      readonly url: string;
      readonly why: string;
    }[];
    readonly destinations: readonly DestinationState[];
  }>;
  /** The article in this language, else in one that there is. */
  readonly article: (id: string, language: string) => Article | undefined;
  /** What a question would be answered with now. */
  readonly judge: (text: string, language: string) => Verdict;
  /** How questions are taught. */
  readonly teaching: {
    readonly teacher: Teacher;
    /** Articles and checks that a question may ask for, by what lessons call them. */
    targets(language: string): readonly { readonly id: string; readonly title: string }[];
    /** The id of a new article, from its title. */
    idOf(title: string): string;
  };
  readonly audit: Audit;
  /** The languages of the knowledge base. */
  readonly languages: readonly string[];
  readonly words: (language: string) => OperateWords;
  readonly now: () => Date;
  /** Lets turns go by. */
  readonly pause: () => Promise<unknown>;
  /** Where the help centre is, without a slash at the end. */
  readonly website: string;
  readonly teamName: string;
}
