import { readSiteAddress } from '../../../src/checks/teamwork-desk/read-site-address.js';

const PRACTICE = 'http://localhost:3978/practice';

describe('what people paste as the address of their site', () => {
  test.each([
    ['acme', 'acme.teamwork.com'],
    ['ACME', 'acme.teamwork.com'],
    ['  acme.teamwork.com  ', 'acme.teamwork.com'],
    ['acme.teamwork.com.', 'acme.teamwork.com'],
    ['acme.teamwork.com/', 'acme.teamwork.com'],
    ['acme.eu.teamwork.com', 'acme.eu.teamwork.com'],
    ['https://acme.teamwork.com', 'acme.teamwork.com'],
    ['http://acme.teamwork.com', 'acme.teamwork.com'],
    ['https://Acme.EU.teamwork.com/desk/inboxes?x=1#top', 'acme.eu.teamwork.com'],
    ['https://acme.teamwork.com/desk/#/tickets/1', 'acme.teamwork.com'],
    ['<https://acme.teamwork.com>', 'acme.teamwork.com'],
    ['"acme.teamwork.com"', 'acme.teamwork.com'],
    ['« acme »', 'acme.teamwork.com'],
    ['//acme.teamwork.com', 'acme.teamwork.com'],
    ['my-company-2', 'my-company-2.teamwork.com'],
    ['acme.teamwork.com?next=https://evil.example', 'acme.teamwork.com'],
    ['acme.teamwork.com#@evil.example', 'acme.teamwork.com'],
  ])('%s is %s', (typed, host) => {
    expect(readSiteAddress(typed)).toEqual({ kind: 'site', site: `https://${host}`, host, isPractice: false });
  });
});

describe('what must never see a key', () => {
  test.each([
    // Another domain that looks alike
    ['acme.teamwork.com.evil.example', 'other-domain'],
    ['acme.teamwork.co', 'other-domain'],
    ['acme.teamwork.con', 'other-domain'],
    ['acme.teamwork.org', 'other-domain'],
    ['acmeteamwork.com', 'other-domain'],
    ['acme-teamwork.com', 'other-domain'],
    ['acme.notteamwork.com', 'other-domain'],
    ['acme.my-teamwork.com', 'other-domain'],
    ['acme.teamw0rk.com', 'other-domain'],
    ['acme.tearnwork.com', 'other-domain'],
    ['acme.team.work.com', 'other-domain'],
    ['https://evil.example/acme.teamwork.com', 'other-domain'],
    ['https://evil.example?acme.teamwork.com', 'other-domain'],
    ['https://evil.example#acme.teamwork.com', 'other-domain'],
    ['evil.example/https://acme.teamwork.com', 'other-domain'],
    ['acme.zendesk.com', 'other-domain'],
    // Of Teamwork, and nobody's account
    ['teamwork.com', 'not-a-site'],
    ['www.teamwork.com', 'not-a-site'],
    ['api.teamwork.com', 'not-a-site'],
    ['a.b.c.teamwork.com', 'not-a-site'],
    ['acme.evil.teamwork.com', 'not-a-site'],
    ['acme..teamwork.com', 'not-a-site'],
    ['-acme.teamwork.com', 'not-a-site'],
    ['acme-.teamwork.com', 'not-a-site'],
    ['acme_1.teamwork.com', 'not-a-site'],
    ['.teamwork.com', 'not-a-site'],
    [`${'a'.repeat(64)}.teamwork.com`, 'not-a-site'],
    ['xn--acm-epa.teamwork.com', 'not-a-site'],
    ['acme.teamwork.com..', 'other-domain'],
    // A log-in before the host
    ['https://acme.teamwork.com@evil.example', 'log-in-inside'],
    ['https://acme.teamwork.com:443@evil.example', 'log-in-inside'],
    ['https://user:pass@acme.teamwork.com', 'log-in-inside'],
    ['acme@acme.teamwork.com:80', 'log-in-inside'],
    ['olena@acme.example', 'email'],
    ['olena@acme.teamwork.com', 'email'],
    // Ports and other schemes
    ['acme.teamwork.com:8443', 'port-inside'],
    ['https://acme.teamwork.com:443/', 'port-inside'],
    ['ftp://acme.teamwork.com', 'port-inside'],
    ['javascript:alert(1)', 'port-inside'],
    ['file:///etc/passwd', 'port-inside'],
    ['localhost:3978', 'port-inside'],
    // Addresses without a name
    ['127.0.0.1', 'ip-address'],
    ['http://10.0.0.1/desk', 'ip-address'],
    ['169.254.169.254', 'ip-address'],
    ['127.1', 'ip-address'],
    ['2130706433', 'ip-address'],
    ['0x7f000001', 'ip-address'],
    ['0177.0.0.1', 'ip-address'],
    ['https://[::1]/', 'ip-address'],
    ['[::ffff:127.0.0.1]:80', 'ip-address'],
    // Signs that one program reads so and another otherwise
    ['https://acme.teamwork.com\\@evil.example', 'odd-characters'],
    ['https://evil.example\\.teamwork.com', 'odd-characters'],
    ['acme%2eteamwork.com', 'odd-characters'],
    ['evil.example%2f.teamwork.com', 'odd-characters'],
    ['acme.team\nwork.com', 'odd-characters'],
    ['acme.teamwork.com evil.example', 'odd-characters'],
    ['acme\t.teamwork.com', 'odd-characters'],
    ['evil.example\u0000.teamwork.com', 'odd-characters'],
    ['аcme.teamwork.com', 'odd-characters'], // Cyrillic а
    ['acme.tеamwork.com', 'odd-characters'], // Cyrillic е
    ['acme。teamwork。com', 'odd-characters'],
    ['acme．teamwork．com', 'odd-characters'],
    ['acme.teamwork.com／evil.example', 'odd-characters'],
    ['acme.team\u00adwork.com', 'odd-characters'],
    ['acme.team\u200bwork.com', 'odd-characters'],
    ['ⓐcme.teamwork.com', 'odd-characters'],
    ['société.teamwork.com', 'odd-characters'],
    ['', 'empty'],
    ['   ', 'empty'],
  ])('%j: %s', (typed, why) => {
    expect(readSiteAddress(typed)).toEqual({ kind: 'invalid', why });
  });

  test('whatever is typed, an allowed address is https, on teamwork.com, and has nothing behind the host', () => {
    const alphabet = [
      'acme',
      '.',
      'teamwork.com',
      '@',
      ':',
      '/',
      '\\',
      '#',
      '?',
      'evil.example',
      '%2e',
      '[',
      '443',
      ' ',
      '。',
    ];
    for (let seed = 0; seed < 20_000; seed++) {
      const typed = Array.from(
        { length: 1 + (seed % 6) },
        (_, at) => alphabet[(seed * 7919 + at * (seed >> 3)) % alphabet.length],
      ).join('');
      const address = readSiteAddress(typed);
      if (address.kind === 'invalid') continue;
      const url = new URL(address.site);
      expect([url.protocol, url.port, url.username, url.pathname]).toEqual(['https:', '', '', '/']);
      expect(url.hostname).toMatch(/^[a-z0-9-]+(\.[a-z]{2})?\.teamwork\.com$/);
    }
  });
});

describe('the practice account', () => {
  test.each(['practice', 'demo', 'Practice', PRACTICE, 'localhost:3978/practice', `${PRACTICE}/`])(
    'is %s while it is on',
    (typed) => {
      expect(readSiteAddress(typed, PRACTICE)).toEqual({
        kind: 'site',
        site: PRACTICE,
        host: 'practice',
        isPractice: true,
      });
    },
  );

  test('opens no other address of this machine', () => {
    expect(readSiteAddress('http://localhost:3979/practice', PRACTICE).kind).toBe('invalid');
    expect(readSiteAddress('http://localhost:3978/admin', PRACTICE).kind).toBe('invalid');
  });

  test('is an address like any other while it is off', () => {
    expect(readSiteAddress(PRACTICE).kind).toBe('invalid');
    expect(readSiteAddress('practice')).toMatchObject({ host: 'practice.teamwork.com' });
  });
});
