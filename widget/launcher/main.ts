import { launch } from './launch';
import { type Settings, settingsOf } from './settings';

/** Our tag on the page. Of a module no page tells; it is found by what it loads. */
function findScript(): HTMLScriptElement | undefined {
  if (document.currentScript instanceof HTMLScriptElement) return document.currentScript;
  return [...document.querySelectorAll<HTMLScriptElement>('script[src]')].findLast(({ src }) =>
    new URL(src).pathname.endsWith('/widget.js'),
  );
}

const script = findScript();
if (script) {
  const isFirst = !('Passerelle' in window);
  if (isFirst) Object.assign(window, { Passerelle: launch(new URL('.', script.src).href.slice(0, -1)) });
  const begin = (settings: Settings) => {
    if (document.body) window.Passerelle?.init?.(settings);
    else addEventListener('DOMContentLoaded', () => begin(settings), { once: true });
  };
  // With `data-manual` the page calls Passerelle.init itself, when and if it wants to. The tag may come again: with a page that
  // was swapped, or put in anew by a framework; what is drawn already stays.
  if (script.dataset.manual === undefined) begin(settingsOf(script));
  if (isFirst) dispatchEvent(new CustomEvent('passerelle:loaded'));
}
