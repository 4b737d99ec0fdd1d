import type { Act, View } from './view.js';
import { auditView } from './views/audit-view.js';
import { healthView } from './views/health-view.js';
import { setAside } from './views/set-aside.js';
import { todayView } from './views/today-view.js';
import { unansweredView } from './views/unanswered-view.js';

/** What there is to see, in the order of the navigation. */
export const VIEWS: readonly View[] = [todayView, unansweredView, healthView, auditView];

/** What there is to do. */
export const ACTS: readonly Act[] = [setAside];
