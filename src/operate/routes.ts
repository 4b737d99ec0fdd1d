import type { Act, View } from './view.js';
import { articlesView } from './views/articles-view.js';
import { auditView } from './views/audit-view.js';
import { answerCase, claimCase, closeCase } from './views/case-acts.js';
import { casesView } from './views/cases-view.js';
import { checksView } from './views/checks-view.js';
import { editView } from './views/edit-view.js';
import { healthView } from './views/health-view.js';
import { changeLesson, keepLesson, lessonPatch, previewLesson, undoLesson } from './views/lesson-acts.js';
import { setAside } from './views/set-aside.js';
import { teachView } from './views/teach-view.js';
import { todayView } from './views/today-view.js';
import { unansweredView } from './views/unanswered-view.js';
import { unhelpfulView } from './views/unhelpful-view.js';

/** What there is to see, in the order of the navigation. */
export const VIEWS: readonly View[] = [
  ...[
    todayView,
    unansweredView,
    teachView,
    editView,
    casesView,
    unhelpfulView,
    articlesView,
    checksView,
    healthView,
    auditView,
  ],
];

/** What there is to do. */
export const ACTS: readonly Act[] = [
  ...[setAside, claimCase, answerCase, closeCase],
  ...[previewLesson, changeLesson, keepLesson, lessonPatch, undoLesson],
];
