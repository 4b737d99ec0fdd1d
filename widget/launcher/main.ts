import { launch } from './launch';
import { type Settings, settingsOf } from './settings';

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !('Passerelle' in window)) {
  const api = launch(new URL(script.src).origin);
  Object.assign(window, { Passerelle: api });
  const begin = (settings: Settings) => {
    if (document.body) api.init(settings);
    else addEventListener('DOMContentLoaded', () => api.init(settings), { once: true });
  };
  // With `data-manual` the page calls Passerelle.init itself, when and if it wants to.
  if (script.dataset.manual === undefined) begin(settingsOf(script));
  dispatchEvent(new CustomEvent('passerelle:loaded'));
}
