/** Where the chat fills the screen; the launcher's style has the same. */
export const SMALL_SCREEN = '(max-width:520px),(max-height:520px)';

/**
 * While the chat fills the screen, what lies behind it is out of reach: of fingers, keys and screen readers.
 * @param isOpen asked whenever the screen or the page changes
 */
export function fillScreen(isOpen: () => boolean) {
  const small = matchMedia(SMALL_SCREEN);
  let held: HTMLElement | undefined;
  function update(): void {
    const { body } = document;
    const isFull = small.matches && isOpen();
    if (held && (!isFull || held !== body)) {
      held.inert = false;
      held = undefined;
    }
    // A page may have reasons of its own.
    if (isFull && !held && body && !body.inert) {
      held = body;
      body.inert = true;
    }
  }
  small.addEventListener('change', update);
  return {
    update,
    isFull: () => small.matches,
    stop(): void {
      small.removeEventListener('change', update);
      if (held) held.inert = false;
    },
  };
}
