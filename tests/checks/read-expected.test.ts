import fc from 'fast-check';
import { readExpectedAgents } from '../../src/checks/read-expected-agents.js';
import { readExpectedFields } from '../../src/checks/read-expected-fields.js';

describe('a list of agents as people paste it', () => {
  test.each([
    ['maria@acme.example', ['maria@acme.example']],
    ['maria@acme.example\njon@acme.example', ['maria@acme.example', 'jon@acme.example']],
    [
      'maria@acme.example, jon@acme.example; ana@acme.example',
      ['maria@acme.example', 'jon@acme.example', 'ana@acme.example'],
    ],
    ['Maria Duval <Maria@Acme.Example>; "Berg, Jon" <jon@acme.example>', ['maria@acme.example', 'jon@acme.example']],
    [
      '- maria@acme.example\n* jon@acme.example\n3) ana@acme.example.',
      ['maria@acme.example', 'jon@acme.example', 'ana@acme.example'],
    ],
    ['Name\tE-mail\nMaria\tmaria@acme.example', ['maria@acme.example']],
    ['| Maria | maria@acme.example | full time |', ['maria@acme.example']],
    ['[Maria](mailto:maria@acme.example)', ['maria@acme.example']],
    ['mailto:maria@acme.example', ['maria@acme.example']],
    ['maria@acme.example maria@ACME.example MARIA@acme.example', ['maria@acme.example']],
    ['«maria@acme.example», ‘jon@acme.example’', ['maria@acme.example', 'jon@acme.example']],
    ['`maria@acme.example`', ['maria@acme.example']],
    ['first.last+desk@sub.acme-group.co.uk', ['first.last+desk@sub.acme-group.co.uk']],
    ["o'neill@acme.example", ["o'neill@acme.example"]],
    ['josé@acmé.example', ['josé@acmé.example']],
    ['maria＠acme.example', ['maria@acme.example']],
    ['olena at acme dot example\nmaria @ acme.example', ['olena@acme.example', 'maria@acme.example']],
    ['olena arobase acme point example, bob at acme punkt example', ['olena@acme.example', 'bob@acme.example']],
    ['Maria, maria@acme.example, Jon, jon@acme.example', ['maria@acme.example', 'jon@acme.example']],
    ['maria@acme.example\r\n\r\n  \r\njon@acme.example\r\n', ['maria@acme.example', 'jon@acme.example']],
    ['', []],
    ['  \n ; , ', []],
  ])('%j', (pasted, emails) => {
    expect(readExpectedAgents(pasted).emails).toEqual(emails);
  });

  test.each([
    ['maria@acme.example, jon@acme', ['jon@acme']],
    ['maria(at)acme.example', ['maria(at)acme.example']],
    ['Maria Duval', ['Maria Duval']],
    ['maria@acme.example\n- Jon', ['Jon']],
    ['olena@acme.example, Bob Miller, maria@acme.example', ['Bob Miller']],
    ['olena@acme.example et Bob Martin, maria@acme.example', ['olena@acme.example et Bob Martin']],
    ['olena@acme.example und maria@acme.example, bob kommt noch', ['bob kommt noch']],
    ['olena@acme.example y maria@acme.example, y tambien Bob', ['y tambien Bob']],
    ['maria@acme.example\nnot jon@acme.example she left', ['not jon@acme.example she left']],
    ['maria@acme.example\nsauf jon@acme.example', ['sauf jon@acme.example']],
  ])('of %j it says what it did not understand', (pasted, notUnderstood) => {
    expect(readExpectedAgents(pasted).notUnderstood).toEqual(notUnderstood);
  });

  test('an address in a mail header is no odd piece', () => {
    expect(readExpectedAgents('Maria Duval <maria@acme.example>').notUnderstood).toEqual([]);
  });

  test('whatever is pasted, the addresses are lower case, distinct and short enough', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 500 }),
          fc.array(fc.emailAddress()).map((all) => all.join(', ')),
        ),
        (pasted) => {
          const { emails } = readExpectedAgents(pasted);
          expect(new Set(emails).size).toBe(emails.length);
          for (const email of emails) expect(email).toBe(email.toLowerCase());
        },
      ),
    );
  });

  test('a huge paste without any address is read in no time', () => {
    expect(readExpectedAgents('a.'.repeat(500_000)).emails).toEqual([]);
    expect(readExpectedAgents(`${'a'.repeat(300_000)}@`).emails).toEqual([]);
  });
});

describe('a list of fields as people paste it', () => {
  test.each([
    ['Plan: dropdown', 'Plan', 'dropdown', []],
    ['Plan : liste déroulante', 'Plan', 'dropdown', []],
    ['Plan - Dropdown (Gold, Silver)', 'Plan', 'dropdown', ['Gold', 'Silver']],
    ['Plan: dropdown: Gold, Silver', 'Plan', 'dropdown', ['Gold', 'Silver']],
    ['Plan : liste déroulante : Or, Argent', 'Plan', 'dropdown', ['Or', 'Argent']],
    ['Plan (dropdown)', 'Plan', 'dropdown', []],
    ['Plan [Dropdown]: Gold / Silver', 'Plan', 'dropdown', ['Gold', 'Silver']],
    ['Plan\tDropdown\tGold; Silver', 'Plan', 'dropdown', ['Gold', 'Silver']],
    ['| Plan | Auswahlliste |', 'Plan', 'dropdown', []],
    ['| Plan | dropdown | Gold, Silver |', 'Plan', 'dropdown', ['Gold', 'Silver']],
    ['Plan → lista desplegable', 'Plan', 'dropdown', []],
    ['Plan = select', 'Plan', 'dropdown', []],
    ['- Plan, dropdown', 'Plan', 'dropdown', []],
    ['1. Plan: dropdown', 'Plan', 'dropdown', []],
    ['• "Plan": "dropdown"', 'Plan', 'dropdown', []],
    ['Plan：dropdown', 'Plan', 'dropdown', []],
    ['N° de commande : texte', 'N° de commande', 'text', []],
    ['Order number: Single line text', 'Order number', 'text', []],
    ['Order number: single-line', 'Order number', 'text', []],
    ['Numéro : texte sur une ligne', 'Numéro', 'text', []],
    ['Bestellnummer: Einzeiliger Text', 'Bestellnummer', 'text', []],
    ['Pedido: texto de una línea', 'Pedido', 'text', []],
    ['Notes: multi-line text', 'Notes', 'textarea', []],
    ['Remarques : texte multi-lignes', 'Remarques', 'textarea', []],
    ['Notizen: mehrzeiliger Text', 'Notizen', 'textarea', []],
    ['Notas: texto de varias líneas', 'Notas', 'textarea', []],
    ['Urgent: checkbox', 'Urgent', 'checkboxes', []],
    ['Urgent : case à cocher (oui, non)', 'Urgent', 'checkboxes', ['oui', 'non']],
    ['Dringend: Kontrollkästchen', 'Dringend', 'checkboxes', []],
    ['Urgente: casilla de verificación', 'Urgente', 'checkboxes', []],
    ['Seats: number', 'Seats', 'number', []],
    ['Sièges : nombre', 'Sièges', 'number', []],
    ['Sitze: Zahl', 'Sitze', 'number', []],
    ['Plazas: número', 'Plazas', 'number', []],
    ['Renewal: date', 'Renewal', 'date', []],
    ['Verlängerung: Datum', 'Verlängerung', 'date', []],
    ['Renovación: fecha', 'Renovación', 'date', []],
    ['SLA: level: number', 'SLA: level', 'number', []],
    ['E-mail principal : texte', 'E-mail principal', 'text', []],
    ['Region: type dropdown', 'Region', 'dropdown', []],
    ['Seats: number (required)', 'Seats', 'number', []],
    ['Plan: dropdown (required)', 'Plan', 'dropdown', []],
    ['Date: date', 'Date', 'date', []],
  ])('%j', (line, label, type, options) => {
    expect(readExpectedFields(line)).toEqual({ fields: [{ label, type, options }], notUnderstood: [] });
  });

  test('many lines, each field once, empty lines ignored', () => {
    const { fields } = readExpectedFields('Plan: dropdown\r\n\r\n---\nplan: text\nRenewal: date\n');
    expect(fields.map(({ label, type }) => `${label} ${type}`)).toEqual(['Plan dropdown', 'Renewal date']);
  });

  test.each(['Plan', 'Plan: banana', ': dropdown', 'what are custom fields?'])('%j is not understood', (line) => {
    expect(readExpectedFields(line)).toEqual({ fields: [], notUnderstood: [line] });
  });

  test('whatever is pasted, every field has a label and a type', () => {
    const piece = fc.constantFrom(
      'Plan',
      ':',
      ' - ',
      'dropdown',
      '(',
      ')',
      ',',
      'Gold',
      '\n',
      '|',
      '\t',
      'date',
      '__proto__',
      '：',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 300 }),
          fc.array(piece).map((all) => all.join(' ')),
        ),
        (pasted) => {
          for (const { label, type } of readExpectedFields(pasted).fields)
            expect([label.trim(), type]).not.toContain('');
        },
      ),
    );
  });
});
