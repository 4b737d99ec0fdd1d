import { useRef, useState } from 'preact/hooks';
import type { Reply } from '../../src/channels/reply';
import type { Post } from './activity';
import type { Words } from './config';
import { MarkedText } from './marked-text';

interface SignInFormProps {
  readonly reply: Extract<Reply, { kind: 'sign-in' }>;
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onSend: (post: Post) => void;
}

/** A site and a masked key. What is typed leaves in the activity's value, is not kept here and never becomes text. */
export function SignInForm({ reply, isOpen, words, onSend }: SignInFormProps) {
  const { text, site, key, submit, check } = reply;
  const form = useRef<HTMLFormElement>(null);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [isSent, setSent] = useState(false);

  function send(event: Event): void {
    event.preventDefault();
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    const empty = fields.filter(({ value }) => value.trim() === '');
    setMissing(empty.map(({ name }) => name));
    empty[0]?.focus();
    if (empty.length > 0) return;
    const typed = Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()]));
    form.current?.reset();
    setSent(true);
    onSend({ value: { passerelle: { kind: 'sign-in', check }, ...typed } });
  }

  const field = (
    name: 'site' | 'key',
    { label, hint }: { label: string; hint: string },
    isMasked: boolean,
    most: number,
  ) => {
    const id = `${name}-${check}`;
    const isMissing = missing.includes(name);
    return (
      <p class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          name={name}
          {...(isMasked ? { type: 'password' } : { type: 'text' })}
          maxLength={most}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          dir="ltr"
          required
          aria-invalid={isMissing}
          aria-describedby={`${id}-hint${isMissing ? ` ${id}-fault` : ''}`}
        />
        <small id={`${id}-hint`}>{hint}</small>
        {isMissing && (
          <small id={`${id}-fault`} class="fault">
            {words.required}
          </small>
        )}
      </p>
    );
  };
  return (
    <div class="bubble card">
      <MarkedText text={text} words={words} />
      {isOpen && !isSent ? (
        <form ref={form} noValidate onSubmit={send}>
          {field('site', site, false, 500)}
          {field('key', key, true, 2000)}
          <button type="submit" class="primary">
            {submit}
          </button>
        </form>
      ) : (
        isSent && <p class="foot">✓ {words.sent}</p>
      )}
    </div>
  );
}
