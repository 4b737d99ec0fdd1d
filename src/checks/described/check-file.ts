import { z } from 'zod';
import type { Condition } from './condition.js';
import { type EnteredField, enteredField } from './entered-field.js';
import { isHostPattern, whyRefused } from './host-pattern.js';
import type { JsonPath } from './json-path.js';
import { type Paging, paging } from './paging.js';
import { condition, pathsOf } from './read-condition.js';
import { type Tell, tell, tellPaths } from './tell.js';
import { placesIn, settled } from './template.js';

/** One GET of JSON. Texts hold `{site}` and `{key}`, which are filled in with what the customer entered. */
export interface DescribedRequest {
  readonly get: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** HTTP Basic (RFC 7617): encoded when it is filled in. */
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly paging?: Paging | undefined;
}

/** One check: OK when `ok` is proven and nothing else is, nor may be. */
export interface DescribedCheck {
  readonly id: string;
  /** The article that mends what it finds. */
  readonly article?: string | undefined;
  readonly ok: Condition;
  /** What is wrong when it is proven, by the name of its sentence. */
  readonly problems: Readonly<Record<string, Condition>>;
  /** Why nobody can tell when it is proven, by the name of its sentence. */
  readonly doubts: Readonly<Record<string, Condition>>;
  /** What is filled into its sentences. */
  readonly tell: Readonly<Record<string, Tell>>;
  /** The requests that it reads. */
  readonly needs: readonly string[];
  /** What its OK has to tell, by name: without it there is no OK. */
  readonly okTells: readonly string[];
}

/** A set of checks, as a file of a deployment describes it. */
export interface CheckFile {
  readonly hosts: readonly string[];
  /** What the sign-in card asks for; without fields nothing is asked for. */
  readonly signIn: { readonly site?: EnteredField | undefined; readonly key?: KeyField | undefined };
  readonly requests: Readonly<Record<string, DescribedRequest>>;
  readonly checks: readonly DescribedCheck[];
}

type KeyField = EnteredField & { readonly masked: boolean };

/** What the file is held against when it is read. */
export interface CheckFileWorld {
  /** Settings of the environment, by name. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly articles: ReadonlySet<string>;
  /** What the deployment says under a key, in each of its languages; undefined where it says nothing. */
  sentence(key: string): ReadonlyMap<string, string | undefined>;
}

const ID = /^[a-z][a-z0-9-]{0,60}$/;
const REQUEST = /^[a-z]\w{0,60}$/;
/** Those that say how an answer is transferred are not for a file to set. */
const HEADER =
  /^(?!(?:host|connection|content-length|transfer-encoding|keep-alive|upgrade|expect|te|trailer)$)[a-z0-9-]{1,60}$/i;
/** Seconds. */
const LONGEST_TIMEOUT = 20;

/**
 * The form of a checks file; docs/own-checks.md tells it. Whatever would make a check fail later is refused here, where the
 * line is known: paths, hosts, settings, articles and sentences that are not there.
 */
export function checkFile({ variables, articles, sentence }: CheckFileWorld): z.ZodType<CheckFile> {
  const text = settled(variables);
  const request = z.strictObject({
    get: text,
    query: z.record(z.string(), text).default({}),
    headers: z.record(z.string().regex(HEADER, 'no header that may be set'), text).default({}),
    basic: z.strictObject({ user: text, password: text.default('') }).optional(),
    timeout: z
      .number()
      .min(1)
      .max(LONGEST_TIMEOUT)
      .default(10)
      .transform((seconds) => seconds * 1000),
    paging: paging.optional(),
  });
  const check = z.strictObject({
    article: z.string().optional(),
    ok: condition,
    problems: z.record(z.string().regex(ID), condition).default({}),
    doubts: z.record(z.string().regex(ID), condition).default({}),
    tell: z.record(z.string().regex(/^\w{1,40}$/), tell).default({}),
  });
  const file = z.strictObject({
    hosts: z
      .array(
        text.pipe(
          z.string().refine(isHostPattern, { error: 'the name of a host expected: api.shop.example, *.shop.example' }),
        ),
      )
      .min(1),
    'sign-in': z
      .strictObject({
        site: enteredField.optional(),
        key: enteredField.extend({ masked: z.boolean().default(true) }).optional(),
      })
      .default({}),
    requests: z.record(z.string().regex(REQUEST, 'a name of small letters, digits and _ expected'), request),
    checks: z.record(z.string().regex(ID, 'a name of small letters, digits and - expected'), check),
  });
  return file
    .superRefine(({ hosts, requests, checks, 'sign-in': signIn }, context) => {
      const fault = (path: readonly PropertyKey[], message: string) =>
        context.addIssue({ code: 'custom', path: [...path], message });
      for (const [name, each] of Object.entries(requests)) {
        const at = ['requests', name];
        const places = textsOf(each).flatMap(placesIn);
        const inHost = placesIn(startOf(each.get));
        if (inHost.length > 0 && (inHost.join() !== 'site' || signIn.site?.as !== 'host'))
          fault([...at, 'get'], 'in the name of a host only {site} may stand, which sign-in: asks for with as: host');
        for (const place of new Set(places)) {
          if (place !== 'site' && place !== 'key') fault([...at, 'get'], `{${place}}: {site} or {key} expected`);
          else if (!signIn[place]) fault([...at, 'get'], `{${place}}: sign-in: does not ask for it`);
        }
        const refused = whyRefused(asIfFilled(each.get, hosts), hosts);
        if (refused) fault([...at, 'get'], refused);
      }
      if (Object.keys(checks).length === 0) fault(['checks'], 'there is no check in it');
      for (const [id, each] of Object.entries(checks)) {
        const at = ['checks', id];
        if (each.article !== undefined && !articles.has(each.article))
          fault([...at, 'article'], `there is no article "${each.article}"`);
        for (const [path, used] of pathsWithPlace(each)) {
          if (used.first === undefined || !Object.hasOwn(requests, used.first))
            fault(
              [...at, ...path],
              `${used.text}: begins with no request: $.${Object.keys(requests)[0] ?? 'request'}.… expected`,
            );
        }
        for (const [path, key] of sentencesOf(id, each)) {
          lacks(path, key, at);
          for (const [language, said] of sentence(key))
            for (const name of placeholdersIn(said ?? '').filter((one) => !Object.hasOwn(each.tell, one)))
              fault([...at, ...path], `the sentence ${key} (${language}) names {{${name}}}, which tell: does not have`);
        }
      }
      for (const [path, key] of ofSignIn(signIn, Object.keys(checks))) lacks(path, key);

      function lacks(path: readonly string[], key: string, at: readonly string[] = []): void {
        const languages = [...sentence(key)].filter(([, said]) => said === undefined).map(([language]) => language);
        if (languages.length === 0) return;
        fault(
          [...at, ...path],
          `the sentence ${key} is missing in ${languages.join(', ')} (<language>/deployment.json)`,
        );
      }
    })
    .transform(({ hosts, requests, checks, 'sign-in': signIn }) => ({
      hosts,
      signIn,
      requests,
      checks: Object.entries(checks).map(([id, each]) => ({
        ...{ id, ...each, needs: needsOf(each) },
        okTells: [...new Set([...sentence(`checks.${id}.ok`).values()].flatMap((said) => placeholdersIn(said ?? '')))],
      })),
    }));
}

/** All of it in which something may still have to be filled in. */
export function textsOf({ get, query, headers, basic }: DescribedRequest): readonly string[] {
  return [get, ...Object.values(query), ...Object.values(headers), ...(basic ? [basic.user, basic.password] : [])];
}

/** The scheme and the host of an address in which something may still have to be filled in. */
export const startOf = (get: string): string => /^https?:\/\/[^/?#]*/.exec(get)?.[0] ?? '';

/** A host that the customer enters is held against the list when it is there; till then any host of the list stands for it. */
function asIfFilled(get: string, hosts: readonly string[]): string {
  const start = startOf(get);
  const rest = get.slice(start.length);
  if (placesIn(start).length === 0) return `${start}${rest.replaceAll(/[{}]/g, '')}` || get;
  const [scheme, host = ''] = start.split('://');
  const known = hosts.find(
    (pattern) => host === '{site}' || (pattern.startsWith('*.') && host === `{site}${pattern.slice(1)}`),
  );
  return known ? `${scheme}://${known.replace('*', 'x')}/` : start;
}

const placeholdersIn = (said: string) => [...said.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);

type RawCheck = Pick<DescribedCheck, 'ok' | 'problems' | 'doubts' | 'tell'>;

function pathsWithPlace({
  ok,
  problems,
  doubts,
  tell: told,
}: RawCheck): readonly (readonly [readonly string[], JsonPath])[] {
  const within = (name: string, conditions: Readonly<Record<string, Condition>>) =>
    Object.entries(conditions).flatMap(([id, each]) => pathsOf(each).map((path) => [[name, id], path] as const));
  return [
    ...pathsOf(ok).map((path) => [['ok'], path] as const),
    ...within('problems', problems),
    ...within('doubts', doubts),
    ...Object.entries(told).flatMap(([id, each]) => tellPaths(each).map((path) => [['tell', id], path] as const)),
  ];
}

function needsOf(check: RawCheck): readonly string[] {
  return [...new Set(pathsWithPlace(check).flatMap(([, { first }]) => (first === undefined ? [] : [first])))];
}

function sentencesOf(id: string, { problems, doubts }: RawCheck): readonly (readonly [readonly string[], string])[] {
  return [
    [['ok'], `checks.${id}.ok`],
    ...Object.keys(problems).map((name) => [['problems', name], `checks.${id}.problem.${name}`] as const),
    ...Object.keys(doubts).map((name) => [['doubts', name], `checks.${id}.doubt.${name}`] as const),
  ];
}

/** The sentences that the dialogs need for what a customer is asked. */
function ofSignIn(
  signIn: CheckFile['signIn'],
  checks: readonly string[],
): readonly (readonly [readonly string[], string])[] {
  const { site, key } = signIn;
  if (!site && !key) return [];
  return [
    ...['look.consent', 'look.signIn', 'look.forgotten', 'privacy.key'].map((each) => [['sign-in'], each] as const),
    ...[...checks, 'all'].map((each) => [['sign-in'], `look.reads.${each}`] as const),
    ...(site ? ['look.site', 'look.siteHint'] : []).map((each) => [['sign-in', 'site'], each] as const),
    ...(key ? ['look.key', 'look.keyHint'] : []).map((each) => [['sign-in', 'key'], each] as const),
  ];
}
