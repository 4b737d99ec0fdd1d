import { openQuestionGroups } from '../../src/insights/group-questions';
import type { Unanswered } from '../../src/insights/insights';
import { openUnansweredGroups } from '../../src/insights/unanswered-groups';
import { contentStems } from '../../src/knowledge/understanding/text/content-stems';

let ids = 0;
const asked = (text: string, more: Partial<Unanswered> = {}): Unanswered => ({
  id: ++ids,
  at: `2026-11-23T18:${String(ids % 60).padStart(2, '0')}:00.000Z`,
  ...{ language: 'en', channel: 'web', text, refusal: 'nothing-known', task: undefined, intent: undefined },
  confidence: 0,
  ...more,
});
const grouped = (...questions: readonly Unanswered[]) => {
  const groups = openQuestionGroups(contentStems);
  groups.add(questions);
  return groups.list();
};

describe('questions that ask for the same stand in one group', () => {
  test.each([
    [
      'en',
      ['how do I export my invoices?', 'Export invoices', 'where can i export an invoice', 'exporting invoices!!'],
    ],
    ['fr', ['comment exporter mes factures ?', 'exporter une facture', 'Où exporter les factures']],
    ['de', ['Wie exportiere ich meine Rechnungen?', 'Rechnungen exportieren', 'eine Rechnung exportieren']],
    ['es', ['¿cómo exporto mis facturas?', 'exportar facturas', 'exportar una factura']],
  ])('however they are worded (%s)', (language, texts) => {
    const list = grouped(...texts.map((text) => asked(text, { language })));
    expect(list.map((group) => group.ids.length)).toEqual([texts.length]);
  });

  test('and others, or those of another language, stand apart, the largest group first', () => {
    const list = grouped(
      asked('how do I print a ticket'),
      asked('export my invoices'),
      asked('export invoices'),
      asked('export invoices', { language: 'fr' }),
    );
    expect(list.map(({ text, language, ids: { length } }) => [text, language, length])).toEqual([
      ['export my invoices', 'en', 2],
      ['export invoices', 'fr', 1],
      ['how do I print a ticket', 'en', 1],
    ]);
  });

  test('a group is called as it is asked most often, and tells why and for which task it was refused', () => {
    const [group] = grouped(
      asked('export of invoices'),
      asked('export invoices', { refusal: 'other-task', task: 'export' }),
      asked('export invoices', { refusal: 'other-task', task: 'export' }),
    );
    expect(group).toMatchObject({ text: 'export invoices' });
    expect([...(group?.refusals ?? [])]).toEqual([
      ['nothing-known', 1],
      ['other-task', 2],
    ]);
    expect([...(group?.tasks ?? [])]).toEqual([['export', 2]]);
  });

  test('what says nothing that can be read is like itself alone', () => {
    const list = grouped(asked('???'), asked('!!'), asked('???'), asked(''));
    expect(list.map(({ text, ids: { length } }) => [text, length])).toEqual([
      ['???', 2],
      ['', 1],
      ['!!', 1],
    ]);
  });
});

test('of a thousand questions each stands with the one that it is most like, as if all had been compared with all', () => {
  // Numerical Recipes' generator: the same questions at each run.
  let drawn = 7;
  const random = () => {
    drawn = (drawn * 1664525 + 1013904223) % 2 ** 32;
    return drawn / 2 ** 32;
  };
  const words = Array.from({ length: 60 }, (_, at) => `w${'abcdefghij'[at % 10]}${'klmnop'[Math.floor(at / 10)]}`);
  const questions = Array.from({ length: 1000 }, () =>
    asked(Array.from({ length: 1 + Math.floor(random() * 6) }, () => words[Math.floor(60 ** random()) - 1]).join(' ')),
  );
  const termsOf = (text: string) => [...new Set(text.split(' '))];
  const likeness = (a: readonly string[], b: readonly string[]) => {
    const shared = a.filter((term) => b.includes(term)).length;
    return shared / (a.length + b.length - shared);
  };
  const wanted: { readonly terms: readonly string[]; ids: number[] }[] = [];
  const held = new Map<string, number[]>();
  for (const { id, text } of questions) {
    const terms = termsOf(text);
    const key = terms.toSorted().join();
    const most = Math.max(0, ...wanted.map((group) => likeness(terms, group.terms)));
    const same = held.get(key);
    const alike = wanted.filter((group) => most >= 0.5 && likeness(terms, group.terms) === most);
    const own = { terms, ids: [] };
    if (!same && alike.length === 0) wanted.push(own);
    const into = same ?? (alike[0] ?? own).ids;
    into.push(id);
    held.set(key, into);
  }
  const groups = openQuestionGroups(termsOf);
  groups.add(questions);
  const list = groups.list();
  // Of two that are as much alike either is right: the groups are as many, each question is like the first of its own.
  expect(Math.abs(list.length - wanted.length)).toBeLessThanOrEqual(2);
  const byId = new Map(questions.map((question) => [question.id, termsOf(question.text)]));
  const odd = list.flatMap(({ ids }) =>
    ids.filter((id) => likeness(byId.get(id) ?? [], byId.get(ids[0] ?? 0) ?? []) < 0.5),
  );
  expect(odd).toEqual([]);
});

describe('the groups are always those of the questions that there are', () => {
  const open = () => {
    let all: readonly Unanswered[] = [];
    const reads: number[] = [];
    const groups = openUnansweredGroups(
      {
        unansweredState: async () => ({ count: all.length, last: all.at(-1)?.id ?? 0 }),
        unansweredIds: async () => all.map(({ id }) => id),
        questions: async (ids) => {
          reads.push(ids.length);
          return all.filter(({ id }) => ids.includes(id));
        },
        unanswered: async (after, most) => {
          const some = all.filter(({ id }) => id > after).slice(0, most);
          reads.push(some.length);
          return some;
        },
      },
      contentStems,
      async () => {},
    );
    const set = (questions: readonly Unanswered[]) => {
      all = questions;
    };
    return { groups, set, reads };
  };
  const sizes = (list: readonly { readonly text: string; readonly ids: readonly number[] }[]) =>
    Object.fromEntries(list.map((group) => [group.text, group.ids.length]));

  test('what is new is added, and only that is read', async () => {
    const { groups, set, reads } = open();
    const first = Array.from({ length: 700 }, (_, i) => asked(`export invoices ${'abcdefg'[i % 7]}x`));
    set(first);
    await groups();
    reads.length = 0;
    set([...first, asked('print a ticket')]);
    expect(sizes(await groups())).toMatchObject({ 'print a ticket': 1 });
    expect(reads).toEqual([1]);
  });

  test('what is forgotten or dealt with has gone, also when something new came at once', async () => {
    const { groups, set } = open();
    const [one, two, three] = [asked('export invoices'), asked('export invoices'), asked('print a ticket')];
    set([one, two]);
    expect(sizes(await groups())).toEqual({ 'export invoices': 2 });
    set([two, three]);
    expect(sizes(await groups())).toEqual({ 'export invoices': 1, 'print a ticket': 1 });
    set([]);
    expect(sizes(await groups())).toEqual({});
  });

  test('what has gone leaves its group alone, and nothing else is read again', async () => {
    const { groups, set, reads } = open();
    const others = Array.from({ length: 50 }, (_, i) => asked(`print ticket number${'abcdefghij'[i % 10]}`));
    const [one, two, three] = [asked('export invoices'), asked('export my invoices'), asked('invoices to export')];
    set([...others, one, two, three]);
    const before = await groups();
    expect(sizes(before)).toMatchObject({ 'export invoices': 3 });
    reads.length = 0;
    // The question that stood for the group was forgotten.
    set([...others, two, three]);
    expect(sizes(await groups())).toEqual({ ...sizes(before), 'export invoices': undefined, 'export my invoices': 2 });
    expect(reads).toEqual([2]);
  });

  test('what was set aside and is put back stands where it stood, oldest first', async () => {
    const { groups, set } = open();
    const [one, two, three] = [asked('export invoices'), asked('print a ticket'), asked('export invoices')];
    set([one, two, three]);
    const before = await groups();
    set([two, three]);
    await groups();
    set([one, two, three]);
    expect(sizes(await groups())).toEqual(sizes(before));
    expect((await groups())[0]?.ids).toEqual([one.id, three.id]);
  });

  test('turns go by while they are made, also when many have gone', async () => {
    let turns = 0;
    let all = Array.from({ length: 3000 }, (_, i) => asked(`export invoices ${'abcdefg'[i % 7]}x`));
    const groups = openUnansweredGroups(
      {
        unansweredState: async () => ({ count: all.length, last: all.at(-1)?.id ?? 0 }),
        unansweredIds: async () => all.map(({ id }) => id),
        questions: async (some) => all.filter(({ id }) => some.includes(id)),
        unanswered: async (after, most) => all.filter(({ id }) => id > after).slice(0, most),
      },
      contentStems,
      async () => turns++,
    );
    await groups();
    expect(turns).toBeGreaterThanOrEqual(6);
    turns = 0;
    all = all.filter((_, i) => i % 10 > 0);
    expect((await groups()).flatMap(({ ids: held }) => held)).toHaveLength(2700);
    expect(turns).toBeGreaterThanOrEqual(6);
  });

  test('two who ask at once see the same, and read once', async () => {
    const { groups, set, reads } = open();
    set([asked('export invoices')]);
    const [a, b] = await Promise.all([groups(), groups()]);
    expect(a).toBe(b);
    expect(reads).toEqual([1]);
  });
});
