/** A page that takes the element out each time it sees it is not answered faster than this, in milliseconds. */
const PEACE = 1_000;

interface Watching {
  /** The page may have another body. */
  readonly onSwap: () => void;
  /** It was out, and is back: a frame in it begins anew. */
  readonly onReturn: () => void;
}

/**
 * Keeps an element on the page beside its body: pages that swap their body (Turbo, htmx) leave it alone, and no transform
 * of the body moves it. Who takes it out all the same gets it back, unless it was us.
 * @returns what takes it out for good
 */
export function keepInPage(element: HTMLElement, { onSwap, onReturn }: Watching): () => void {
  let lastPut = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    onSwap();
    if (element.isConnected || timer !== undefined) return;
    // Not at once: two observers that answer each other would bring the page to a stand.
    timer = setTimeout(
      () => {
        timer = undefined;
        if (element.isConnected) return;
        put();
        onReturn();
      },
      performance.now() - lastPut < PEACE ? PEACE : 0,
    );
  });
  function put(): void {
    lastPut = performance.now();
    document.documentElement?.append(element);
    observer.observe(document, { childList: true });
    if (document.documentElement) observer.observe(document.documentElement, { childList: true });
  }
  put();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    element.remove();
  };
}
