import { useState } from 'preact/hooks';
import type { Words } from './config';
import { drafts } from './drafts';

/** Preact wants to know which one: each type of input has attributes of its own. */
const TYPES = { text: { type: 'text' }, email: { type: 'email' }, password: { type: 'password' } } as const;

/** One field of a form. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type: keyof typeof TYPES;
  readonly autocomplete: 'off' | 'name' | 'email';
  readonly maxLength: number;
  /** What stands in it already. */
  readonly value?: string | undefined;
  /** What was sent before was wrong: the words above the form say why. */
  readonly isInvalid?: boolean;
}

interface FieldsFormProps {
  /** Unique on the page. */
  readonly id: string;
  readonly fields: readonly FormField[];
  readonly submit: string;
  readonly words: Words;
  readonly onSubmit: (typed: Readonly<Record<string, string>>) => void;
}

/**
 * Labelled fields and a button. What is missing or malformed is said beside its field, which gets the focus; what is begun,
 * but for keys, is there again with the next page and the next time that it is asked for.
 */
export function FieldsForm({ id, fields, submit, words, onSubmit }: FieldsFormProps) {
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>();

  function send(event: Event & { readonly currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const form = event.currentTarget;
    const inputs = [...form.querySelectorAll('input')];
    const found = inputs.flatMap((input) => {
      const fault = faultOf(input, words);
      return fault ? [{ input, fault }] : [];
    });
    setFaults(Object.fromEntries(found.map(({ input, fault }) => [input.name, fault])));
    found[0]?.input.focus();
    if (found.length > 0) return;
    const typed = Object.fromEntries(inputs.map(({ name, value }) => [name, value.trim()]));
    form.reset();
    for (const { name } of fields) drafts.write(`${id}-${name}`, '');
    onSubmit(typed);
  }

  return (
    <form noValidate onSubmit={send}>
      {fields.map(({ name, label, hint, type, isInvalid = false, value = '', ...input }) => {
        const own = `${id}-${name}`;
        const fault = faults?.[name];
        const described = [hint && `${own}-hint`, fault && `${own}-fault`].filter(Boolean).join(' ');
        return (
          <p key={name} class="field">
            <label for={own}>{label}</label>
            <input
              {...input}
              {...TYPES[type]}
              id={own}
              name={name}
              defaultValue={(type !== 'password' && drafts.read(own)) || value}
              onInput={({ currentTarget }) => type !== 'password' && drafts.write(own, currentTarget.value)}
              autocapitalize={input.autocomplete === 'name' ? 'words' : 'none'}
              spellcheck={false}
              dir={input.autocomplete === 'name' ? 'auto' : 'ltr'}
              required
              aria-invalid={fault !== undefined || (isInvalid && !faults)}
              {...(described ? { 'aria-describedby': described } : {})}
            />
            {hint && <small id={`${own}-hint`}>{hint}</small>}
            {fault && (
              <small id={`${own}-fault`} class="fault">
                {fault}
              </small>
            )}
          </p>
        );
      })}
      <button type="submit" class="primary">
        {submit}
      </button>
    </form>
  );
}

function faultOf({ value, validity }: HTMLInputElement, words: Words): string | undefined {
  if (value.trim() === '') return words.required;
  return validity.typeMismatch ? words.invalidEmail : undefined;
}
