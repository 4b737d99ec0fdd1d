const READ = ['GET', 'HEAD'];
const DIRECT_LINE = '/v3/directline/';

/** What pages elsewhere call is asked for with OPTIONS first. */
const METHODS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/(?:api\/suggest|widget\/config)$/, [...READ, 'OPTIONS']],
  [/^\/widget\/token$/, ['POST', 'OPTIONS']],
  [/^\/v3\/directline\/(?:tokens\/(?:generate|refresh)|conversations)\/?$/, ['POST', 'OPTIONS']],
  [/^\/v3\/directline\/conversations\/[^/]+\/?$/, [...READ, 'OPTIONS']],
  [/^\/v3\/directline\/conversations\/[^/]+\/activities\/?$/, [...READ, 'POST', 'OPTIONS']],
  [/^\/v3\/directline\/conversations\/[^/]+\/upload\/?$/, ['POST', 'OPTIONS']],
  [/^\/v3\/directline\/conversations\/[^/]+\/stream$/, ['GET']],
];

/** The methods that an address of the website takes; pages and files are read. Nothing where there is no such address. */
export function allowedMethods(path: string): readonly string[] | undefined {
  const found = METHODS.find(([address]) => address.test(path))?.[1];
  return found ?? (path.startsWith(DIRECT_LINE) ? undefined : READ);
}
