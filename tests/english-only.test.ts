import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../src/bot/compose';
import { newHelpCentre } from '../src/commands/new-help-centre';
import { openTestApp, startTalk } from './converse';

/** What `passerelle new` writes, with an article more; `languages` are spoken without an article in them. */
async function openBase(languages: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-english-'));
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  await newHelpCentre(folder, ['en']);
  jest.restoreAllMocks();
  const invoice =
    '---\ntitle: Download an invoice\nquestions: [where do I find my invoice, how can I see my bill]\n---\nYour invoices are under Billing.\n\n1. Open Billing.\n2. Choose one.\n';
  writeFileSync(join(folder, 'en/articles/invoice.md'), invoice);
  if (languages.length > 0) writeFileSync(join(folder, 'deployment.yml'), `languages: [${languages.join(', ')}]\n`);
  const app = await openTestApp({ knowledgeFolder: folder });
  return { app, remove: () => rmSync(folder, { recursive: true }) };
}

const INVOICE = {
  de: 'Wo finde ich meine Rechnung?',
  fr: 'Comment puis-je télécharger ma facture ?',
  es: '¿Dónde puedo encontrar mi factura?',
} as const;

describe('a help centre that speaks English alone', () => {
  let app: App;
  let remove: () => void;
  beforeAll(async () => {
    ({ app, remove } = await openBase());
  });
  afterAll(async () => {
    await app.close();
    remove();
  });

  it.each(Object.entries(INVOICE))(
    'says so to a customer who asks in another language (%s)',
    async (locale, question) => {
      const talk = startTalk(app, { channelId: 'webchat', locale });
      await talk.join();
      const { text, choices } = await talk.say(question);
      expect(text).toContain("I don't speak that language, but I can go on in English.");
      expect(choices).toEqual(expect.arrayContaining(['English', 'Talk to a person']));
    },
  );

  it.each(['download an invoice', 'where are invoices', 'facture download invoice pls'])(
    'takes nobody who writes English for a stranger: %s',
    async (question) => {
      const talk = startTalk(app, { channelId: 'webchat', locale: 'de' });
      await talk.join();
      expect((await talk.say(question)).text).not.toContain("don't speak");
    },
  );
});

describe('a help centre with English guides that names more languages to speak', () => {
  let app: App;
  let remove: () => void;
  beforeAll(async () => {
    ({ app, remove } = await openBase(['en', 'de', 'fr', 'es']));
  });
  afterAll(async () => {
    await app.close();
    remove();
  });

  it.each([
    ['de', 'Diese Anleitung gibt es noch nicht auf Deutsch; hier ist sie auf Englisch.'],
    ['fr', 'anglais'],
    ['es', 'inglés'],
  ] as const)('speaks the customer’s and says that the guide is in English (%s)', async (locale, told) => {
    const talk = startTalk(app, { channelId: 'webchat', locale });
    await talk.join();
    const heard = [await talk.say(INVOICE[locale])];
    // Where it is less sure it names the guide first.
    if (heard[0]?.choices.includes('Download an invoice')) heard.push(await talk.say('Download an invoice'));
    const text = heard.map((each) => each.text).join('\n');
    expect(text).toContain(told);
    expect(text).toContain('Your invoices are under Billing.');
  });
});
