import { createHash, randomBytes } from 'node:crypto';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerReport } from '../../src/bot/answer-report';
import { PRODUCT_FOLDER, SHIPPED_DEPLOYMENT } from '../../src/bot/config';
import { goneReportPage, REPORT_HEADERS, reportPage } from '../../src/bot/report-page';
import type { Report } from '../../src/checks/report';
import { type Locales, openLocales } from '../../src/dialogs/phrases/words';
import { sqlReports } from '../../src/storage/sql-reports';
import { testDatabases } from '../storage/open-test-database';

const row = (text: string): Report['rows'][number] => ({
  ...{ state: 'problem', sign: '✗', word: 'à corriger', title: 'Déclencheurs', text },
});
const REPORT: Report = {
  title: 'Prêt pour la migration ?',
  intro: 'Le compte acme.teamwork.com',
  language: 'fr',
  rows: [
    row('- **Close after 72h**\n- Auto-assign VIP'),
    { ...row('Rien à faire'), state: 'ok', sign: '✓', word: 'OK' },
  ],
  footer: 'Ce lien expire le 30 novembre.',
  at: '2026-11-23T18:30:00.000Z',
};
/** The text of a row as the page draws it. */
const drawn = (text: string) =>
  /<\/span> à corriger<\/p>\n([\s\S]*?)<\/section>/.exec(reportPage({ ...REPORT, rows: [row(text)] }))?.[1]?.trim();

/** Every element and attribute of a page, so that anything smuggled in shows. */
const TAGS = new Set(
  'html head meta title style body header main footer section h1 h2 p span time ul ol li strong a br'.split(' '),
);
function strangers(html: string): readonly string[] {
  const bare = html.replace(/<style>[\s\S]*?<\/style>/, '').replace('<!DOCTYPE html>', '');
  return [...bare.matchAll(/<\/?([^\s>]*)([^>]*)>/g)].flatMap(([tag, name = '', attributes = '']) => {
    const known = /^(?:\s+(?:lang|charset|name|content|class|datetime|href|rel|aria-hidden|start)="[^"<>]*")*\s*$/;
    return TAGS.has(name) && known.test(attributes) ? [] : [tag];
  });
}

describe('the page of a report', () => {
  const page = reportPage(REPORT);

  test('says everything: title, time, each row with its sign and word, footer', () => {
    const words = page
      .replace(/<style>[\s\S]*?<\/style>/, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
    expect(words).toContain('Prêt pour la migration ? 23 novembre 2026 à 18:30:00 UTC Le compte acme.teamwork.com');
    expect(words).toContain('Déclencheurs ✗ à corriger Close after 72h Auto-assign VIP');
    expect(words).toContain('✓ OK Rien à faire');
    expect(words).toContain('Ce lien expire le 30 novembre.');
  });

  test('names its language, its title, and is drawn from known elements only', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="fr">/);
    expect(page).toContain('<title>Prêt pour la migration ?</title>');
    expect(strangers(page)).toEqual([]);
  });

  test('allows its own style by hash and nothing else, no script, no index, no trace', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const csp = REPORT_HEADERS['content-security-policy'];
    expect(csp).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(csp).not.toMatch(/script|unsafe/);
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=|src=/);
    expect(page).toContain('<meta name="robots" content="noindex,nofollow">');
    expect(page).toContain('<meta name="referrer" content="no-referrer">');
    expect(REPORT_HEADERS).toMatchObject({ 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'no-referrer' });
    expect(REPORT_HEADERS['cache-control']).toBe('no-store');
  });

  test('is made for the screen, light and dark, and for paper', () => {
    expect(page).toContain('color-scheme:light dark');
    expect(page).toContain('@media (prefers-color-scheme:dark)');
    expect(page).toContain('@media print');
    expect(page).toContain('name="viewport"');
  });

  test('a time or a language that is none is shown, not a crash', () => {
    expect(reportPage({ ...REPORT, at: 'yesterday', language: 'no language' })).toContain('>yesterday</time>');
    expect(reportPage({ ...REPORT, language: 'x"y' })).toContain('lang="x&quot;y"');
  });
});

describe('the Markdown of a row', () => {
  test.each([
    ['**on**', '<p><strong>on</strong></p>'],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['1. a\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>'],
    [
      '[x](https://a.example/?b&c)',
      '<p><a href="https://a.example/?b&amp;c" rel="noopener noreferrer nofollow">x</a></p>',
    ],
    ['a\nb', '<p>a<br>\nb</p>'],
    ['[x](http://a.example)', '<p><a href="http://a.example" rel="noopener noreferrer nofollow">x</a></p>'],
    // What escape-markdown.ts makes of names reads as the names themselves.
    ['\\*R&amp;D\\* &lt;vip&gt;', '<p>*R&amp;D* &lt;vip&gt;</p>'],
  ])('%s is drawn', (text, html) => {
    expect(drawn(text)).toBe(html);
  });

  test.each([
    '# x',
    '> x',
    '`x`',
    '    x',
    '~~x~~',
    '---',
    '*x*',
    '_x_',
    '| a |\n|---|',
    '![x](https://a.example/x.png)',
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    '[x](//a.example)',
    '[x](file:///etc/passwd)',
    '[x](JaVaScRiPt&colon;alert(1))',
    'https://a.example',
    '<https://a.example>',
    '[x]: https://a.example',
  ])('%s is nothing but words, or a link to the web at most', (text) => {
    expect(strangers(reportPage({ ...REPORT, rows: [row(text)] }))).toEqual([]);
    expect(drawn(text)).not.toMatch(/<(?!\/?(?:p|br|a)\b)|href="(?!https:)/);
  });
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style><svg/onload=alert(1)>',
  '<!--',
  ']]>&lt;script&gt;',
  '[x](https://a.example"onclick="alert(1))',
  '[x](https://a.example "title" onclick=alert(1))',
  '[<b>](https://a.example/<script>)',
  '**<iframe src=//a.example>**',
  '- <form action=//a.example><input>',
  '{{x}} $(x)\u202e',
];

describe('hostile names', () => {
  test.each(HOSTILE)('%s stays words wherever it stands', (name) => {
    const rows = [{ ...row(name), sign: name, word: name, title: name }];
    const page = reportPage({ title: name, intro: name, language: name, rows, footer: name, at: name });
    expect(strangers(page)).toEqual([]);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  test('a state that is none of ours cannot leave its attribute', () => {
    const rows = [{ ...row('x'), state: '"><b>' as 'ok' }];
    expect(strangers(reportPage({ ...REPORT, rows }))).toEqual([]);
  });
});

describe('where no report is', () => {
  const open = testDatabases();
  let locales: Locales;
  beforeAll(async () => {
    const folders = { product: PRODUCT_FOLDER, deployment: SHIPPED_DEPLOYMENT };
    locales = await openLocales(folders, ['fr', 'en', 'de', 'es']);
  });

  test.each(['fr', 'en', 'de', 'es'])('a page with the same look says so in %s', (language) => {
    const page = goneReportPage(language, locales.words(language));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(`<h1>${locales.words(language)('report.gone.title')}</h1>`);
    expect(/<style>[\s\S]*<\/style>/.exec(page)?.[0]).toBe(/<style>[\s\S]*<\/style>/.exec(reportPage(REPORT))?.[0]);
    expect(strangers(page)).toEqual([]);
  });

  test.each([
    ['de-AT,de;q=0.9', 'de'],
    ['FR', 'fr'],
    [undefined, 'en'],
    ['it', 'en'],
    ['constructor', 'en'],
    ['"><b>', 'en'],
  ])('whoever asks for %s reads %s', async (wished, language) => {
    const reports = sqlReports(await open(), () => new Date('2026-11-23T18:30:00Z'), randomBytes);
    const server = createServer((request, response) => {
      void answerReport({ reports, locales }, 'no-token', request.headers['accept-language'], response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const headers = wished === undefined ? {} : { 'accept-language': wished };
    const response = await new Promise<IncomingMessage>((resolve) => get({ port, headers }, resolve));
    expect(response.statusCode).toBe(404);
    expect(await text(response)).toBe(goneReportPage(language, locales.words(language)));
    server.close();
  });
});
