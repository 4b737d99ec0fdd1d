import { isLoopback } from '../../http/is-loopback.js';

/** Who may use the widget, from one setting: the sites that it stands on. Our own pages always may. */
export interface Origins {
  /** @param host what the browser called, as it says itself */
  isTrusted(origin: string, host: string | undefined): boolean;
  /** The value of the directive `frame-ancestors`. */
  readonly frameAncestors: string;
}

/**
 * @param own where browsers find this server, e.g. `https://bot.example`
 * @param inDevelopment pages of this machine are ours too, when they come from the address that they call
 */
export function openOrigins(trusted: readonly string[], own: string, inDevelopment: boolean): Origins {
  const known = new Set([...trusted, new URL(own).origin]);
  const isOnThisMachine = (origin: string, host: string | undefined) => {
    if (!URL.canParse(origin)) return false;
    const page = new URL(origin);
    return page.host === host && isLoopback(page.hostname);
  };
  return {
    isTrusted: (origin, host) => known.has(origin) || (inDevelopment && isOnThisMachine(origin, host)),
    frameAncestors: ["'self'", ...trusted].join(' '),
  };
}
