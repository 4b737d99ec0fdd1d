import { type Look, lookOfFragment } from '../shared/look';

/**
 * The look that the page around us wishes for. A link can open the chat by itself, and anybody can write a link: alone,
 * its fragment is not read. In a frame it is, for our policy lets only trusted pages frame us; pictures are theirs or ours.
 */
export function lookOfPage({ parent, location, document }: Window): Look {
  if (parent === window) return {};
  const { referrer } = document;
  const around = URL.canParse(referrer) ? [new URL(referrer).origin] : [];
  return lookOfFragment(location.hash, [location.origin, ...around]);
}
