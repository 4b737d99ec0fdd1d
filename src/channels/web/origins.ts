/** Who may use the widget, from one setting: the sites that it stands on. Our own pages always may. */
export interface Origins {
  /** A page of ours: the address that its browser called is the one that it came from. */
  isOwn(origin: string, host: string | undefined): boolean;
  isTrusted(origin: string, host: string | undefined): boolean;
  /** The value of the directive `frame-ancestors`. */
  readonly frameAncestors: string;
}

/** @param own where browsers find this server, e.g. `https://bot.example` */
export function openOrigins(trusted: readonly string[], own: string): Origins {
  const known = new Set(trusted);
  const isOwn = (origin: string, host: string | undefined) =>
    origin === new URL(own).origin || (URL.canParse(origin) && new URL(origin).host === host);
  return {
    isOwn,
    isTrusted: (origin, host) => isOwn(origin, host) || known.has(origin),
    frameAncestors: ["'self'", ...known].join(' '),
  };
}
