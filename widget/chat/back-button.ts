/**
 * Makes "Back" close the chat where it fills the screen: an entry of the frame's own in the tab's history, of which the page
 * around hears nothing. Alone, the browser would leave the page behind the chat.
 */
export function backButton(onBack: () => void) {
  let isIn = false;
  /** How long the tab's history was with our entry at its end: when the page has added to it since, the way back is not ours. */
  let length = 0;
  /** Our entry is on its way out, which takes a moment. */
  let isLeaving = false;
  let wantsIn = false;

  function enter(): void {
    if (isIn) return;
    wantsIn = isLeaving;
    if (isLeaving) return;
    history.pushState('passerelle', '');
    length = history.length;
    isIn = true;
  }
  function leave(): void {
    wantsIn = false;
    if (!isIn) return;
    isIn = false;
    if (history.length !== length || history.state !== 'passerelle') return;
    isLeaving = true;
    history.back();
  }
  addEventListener('popstate', () => {
    const wasLeaving = isLeaving;
    isLeaving = false;
    if (wantsIn) enter();
    else if (isIn && !wasLeaving) {
      isIn = false;
      onBack();
    }
  });
  return { enter, leave };
}
