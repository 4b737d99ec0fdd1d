import type { DialogName, Given, Next } from '../dialog-start.js';
import { oneTurn } from '../waterfall.js';

/** In place of a dialog that this deployment does not have: whatever button led here, what there is comes next. */
export function absentDialog<Name extends DialogName>(name: Name) {
  return oneTurn<Given<Name>, Next>(name, async () => ({ dialog: 'topics' }));
}
