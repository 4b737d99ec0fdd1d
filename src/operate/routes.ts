import type { Act, View } from './view.js';
import { articlesView } from './views/articles-view.js';
import { auditView } from './views/audit-view.js';
import { answerCase, claimCase, closeCase } from './views/case-acts.js';
import { casesView } from './views/cases-view.js';
import { checksView } from './views/checks-view.js';
import { healthView } from './views/health-view.js';
import { setAside } from './views/set-aside.js';
import { todayView } from './views/today-view.js';
import { unansweredView } from './views/unanswered-view.js';
import { unhelpfulView } from './views/unhelpful-view.js';

/** What there is to see, in the order of the navigation. */
export const VIEWS: readonly View[] = [
  ...[todayView, unansweredView, casesView, unhelpfulView, articlesView, checksView, healthView, auditView],
];

/** What there is to do. */
export const ACTS: readonly Act[] = [setAside, claimCase, answerCase, closeCase];
