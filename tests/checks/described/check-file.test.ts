// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a checks file names its settings so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckFileWorld, checkFile } from '../../../src/checks/described/check-file';
import { describeProblem } from '../../../src/knowledge/articles/article';
import { readYaml } from '../../../src/knowledge/articles/read-yaml';

const SHOP = readFileSync(join(__dirname, '..', '..', '..', 'examples', 'shop', 'checks.yml'), 'utf8');
const WORLD: CheckFileWorld = {
  variables: {},
  articles: new Set(['renew-subscription', 'parcel-is-late']),
  sentence: (key) => new Map([['en', key === 'checks.subscription.ok' ? 'until {{date}}' : 'said']]),
};

function problemsOf(text: string, world: Partial<CheckFileWorld> = {}): string {
  const read = readYaml('checks.yml', text, checkFile({ ...WORLD, ...world }));
  return read.kind === 'broken' ? read.problems.map(describeProblem).join('\n') : '';
}

/** The line of the shop's file on which this stands, 1-based. */
const lineOf = (text: string) => SHOP.slice(0, SHOP.indexOf(text)).split('\n').length;

test('the shop’s own file is read', () => {
  expect(problemsOf(SHOP)).toBe('');
});

describe('what would fail later is refused at the start, with file and line', () => {
  test.each([
    [
      'a host that is not allowed',
      'hosts: [localhost, api.shop.example]',
      'hosts: [api.shop.example]',
      'get: ${CHECKS_SHOP_API',
      'the host localhost:4010 is not allowed',
    ],
    [
      'plain http to another machine',
      'http://localhost:4010}/v1/orders/{key}\n    query',
      'http://api.shop.example}/v1/orders/{key}\n    query',
      'get: ${CHECKS',
      'https expected',
    ],
    [
      'a login in an address',
      'http://localhost:4010}/v1/orders/{key}\n    query',
      'https://a:b@api.shop.example}/v1/orders/{key}\n    query',
      'get: ${CHECKS',
      'an address with a name in it',
    ],
    [
      'a path that is missing',
      '{ path: $.order.subscription.status, equals: past_due }',
      '{ equals: past_due }',
      'unpaid: {',
      'path: missing',
    ],
    [
      'a path that is none',
      '$.order.subscription.endsAt, as: day',
      '$.order...subscription, as: day',
      'date: {',
      'no JSON path',
    ],
    [
      'a path into no request',
      '$.order.subscription.status, equals: past_due',
      '$.orders.status, equals: past_due',
      'unpaid: {',
      'begins with no request',
    ],
    [
      'an article that is not there',
      'article: renew-subscription',
      'article: renew',
      'article: renew-subscription',
      'there is no article "renew"',
    ],
    [
      'a check without what proves it',
      '    ok: { list: $.parcels.parcels, every:',
      '    none: { list: $.parcels.parcels, every:',
      'parcel:\n    article',
      'ok',
    ],
    [
      'a field that is not asked for',
      'site: { as: email }',
      '# no site',
      'get: ${CHECKS',
      '{site}: sign-in: does not ask for it',
    ],
    [
      'a field that nobody knows',
      '{key}/parcels',
      '{token}/parcels',
      '{key}/parcels',
      '{token}: {site} or {key} expected',
    ],
    [
      'a setting that is missing',
      '${CHECKS_SHOP_API:-http://localhost:4010}/v1/orders/{key}\n',
      '${CHECKS_SHOP}/v1/orders/{key}\n',
      'get: ${CHECKS',
      'the setting CHECKS_SHOP is missing',
    ],
    [
      'a setting that is none of its business',
      '${CHECKS_SHOP_TOKEN:-practice}',
      '${MicrosoftAppPassword}',
      'headers: { x-api-key',
      'only settings that begin with CHECKS_',
    ],
    [
      'a header that is not a file’s to set',
      "{ x-api-key: '${",
      "{ host: '${",
      'headers: { x-api-key',
      'no header that may be set',
    ],
    ['pages without an end', ', count: $.total', '', 'paging: {', 'how an answer tells that there is more is missing'],
    ['a word that it does not know', '    timeout: 5\n  parcels', '    retries: 5\n  parcels', 'timeout: 5', 'retries'],
  ])('%s', (_, before, after, near, message) => {
    expect(SHOP).toContain(before);
    const found = problemsOf(SHOP.replace(before, after));
    expect(found).toContain(message);
    expect(found).toMatch(/^checks\.yml:\d+: /);
    const lines = found.split('\n').map((line) => Number(/:(\d+):/.exec(line)?.[1]));
    expect(Math.min(...lines.map((line) => Math.abs(line - lineOf(near))))).toBeLessThanOrEqual(1);
  });

  test('a sentence that is missing in one language, by its key', () => {
    const sentence = (key: string) =>
      new Map<string, string | undefined>([
        ['en', 'said'],
        ['fr', key === 'checks.parcel.problem.held' ? undefined : 'dit'],
      ]);
    expect(problemsOf(SHOP, { sentence })).toBe(
      `checks.yml:${lineOf('held: { list: $.parcels.parcels, some')}: checks.parcel.problems.held: the sentence checks.parcel.problem.held is missing in fr (<language>/deployment.json)`,
    );
  });

  test('a sentence that names what the file does not tell', () => {
    const sentence = (key: string) => new Map([['en', key === 'checks.parcel.ok' ? 'with {{driver}}' : 'said']]);
    expect(problemsOf(SHOP, { sentence })).toContain('names {{driver}}, which tell: does not have');
  });

  test('what a setting holds stays out of the message', () => {
    const text = SHOP.replaceAll('localhost, ', '');
    expect(problemsOf(text, { variables: { CHECKS_SHOP_TOKEN: 'tkn-secret' } })).not.toContain('tkn-secret');
  });

  test('what is no YAML, or nothing at all', () => {
    expect(problemsOf('hosts: [')).toMatch(/^checks\.yml:1: /);
    expect(problemsOf('')).toMatch(/^checks\.yml/);
  });
});

describe('a host that the customer enters', () => {
  const own = (site: string, hosts: string) =>
    SHOP.replace('site: { as: email }', site)
      .replace('hosts: [localhost, api.shop.example]', hosts)
      .replaceAll('${CHECKS_SHOP_API:-http://localhost:4010}', 'https://{site}.shop.example');

  test('may stand in an address when the list has it', () => {
    expect(problemsOf(own('site: { as: host }', "hosts: ['*.shop.example']"))).toBe('');
  });

  test('is refused when the list does not have it, or when anything may be typed', () => {
    expect(problemsOf(own('site: { as: host }', 'hosts: [api.shop.example]'))).toMatch(/not allowed|no web address/);
    expect(problemsOf(own('site: { as: text }', "hosts: ['*.shop.example']"))).toContain('as: host');
  });
});
