import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Post } from './activity';
import { type Config, filled } from './config';
import { drafts } from './drafts';
import { Icon } from './icon';
import { isComposing } from './is-composing';
import { type Suggestion, useSuggestions } from './use-suggestions';

/** What the customer types in. */
export type Field = HTMLInputElement | HTMLTextAreaElement;

interface ComposerProps {
  readonly config: Config;
  readonly field: RefObject<Field | null>;
  readonly onSend: (post: Post) => void;
  readonly onTell: (words: string) => void;
}

/** What it is called among what was begun. */
const DRAFT = 'question';
/** The longest question, in UTF-16 units: as much as the server reads. */
const LONGEST = 10_000;

/** One line with suggestions (the combobox pattern); several lines, once pasted or asked for, without. */
export function Composer({ config, field, onSend, onTell }: ComposerProps) {
  const { words } = config;
  const [text, setTyped] = useState(() => drafts.read(DRAFT));
  const [isLong, setLong] = useState(text.includes('\n'));
  const [chosen, setChosen] = useState(-1);
  const { found, dismiss } = useSuggestions(isLong ? '' : text, config);
  const isOpen = found.length > 0;
  const active = isOpen ? found[chosen] : undefined;

  function setText(next: string): void {
    setTyped(next);
    drafts.write(DRAFT, next);
  }
  function clear(): void {
    setText('');
    setLong(false);
    setChosen(-1);
    dismiss();
  }
  function submit(event: Event): void {
    event.preventDefault();
    if (text.trim()) {
      onSend({ text: text.trim() });
      clear();
    }
  }
  function take({ label, article }: Suggestion): void {
    onSend({ text: label, value: { passerelle: { kind: 'article', article } } });
    clear();
  }
  function lengthen(next: string): void {
    setText(next);
    setLong(true);
    // The one field gives way to the other: the focus goes along.
    requestAnimationFrame(() => {
      const area = document.querySelector<HTMLTextAreaElement>('#question');
      area?.focus();
      area?.setSelectionRange(next.length, next.length);
    });
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && isOpen) {
      event.preventDefault();
      const count = found.length + 1;
      setChosen(((chosen + 1 + move + count) % count) - 1);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setChosen(-1);
      dismiss();
    } else if (event.key === 'Enter' && event.shiftKey && !isLong) {
      event.preventDefault();
      lengthen(`${text}\n`);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      if (active) {
        event.preventDefault();
        take(active);
      } else submit(event);
    }
  }
  function onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.getData('text') ?? '';
    const { selectionStart, selectionEnd } = event.currentTarget as Field;
    const whole = text.slice(0, selectionStart ?? 0) + pasted + text.slice(selectionEnd ?? text.length);
    const isTooLong = whole.length > LONGEST;
    if (!isTooLong && (isLong || !pasted.trim().includes('\n'))) return;
    event.preventDefault();
    // A question stands before or after what is pasted.
    lengthen(isTooLong ? `${whole.slice(0, LONGEST / 2)}\n…\n${whole.slice(3 - LONGEST / 2)}` : whole);
    if (isTooLong) onTell(words.tooLong);
  }

  const shared = {
    id: 'question',
    ref: (element: Field | null) => {
      field.current = element;
    },
    value: text,
    maxLength: LONGEST,
    placeholder: words.placeholder,
    'aria-label': words.input,
    autocomplete: 'off',
    enterkeyhint: 'send' as const,
    dir: 'auto' as const,
    onKeyDown: onKey,
    onPaste,
    onInput: (event: { currentTarget: { value: string } }) => {
      setText(event.currentTarget.value);
      setChosen(-1);
    },
  };
  return (
    <form class="composer" aria-label={words.input} onSubmit={submit}>
      <div id="suggestions" class="suggestions" role="listbox" aria-label={words.suggestions} hidden={!isOpen}>
        {found.map((suggestion, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's
          // biome-ignore lint/a11y/useFocusableInteractive: the same
          <div
            key={suggestion.label}
            id={`suggestion-${at}`}
            role="option"
            aria-selected={at === chosen}
            dir="auto"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(suggestion)}
          >
            {suggestion.label}
          </div>
        ))}
      </div>
      <p class="unseen" role="status">
        {isOpen ? filled(words.suggested, { count: found.length }) : ''}
      </p>
      {isLong ? (
        <textarea {...shared} rows={4} />
      ) : (
        <input
          {...shared}
          type="text"
          role="combobox"
          aria-expanded={isOpen}
          aria-controls="suggestions"
          aria-autocomplete="list"
          aria-activedescendant={active ? `suggestion-${chosen}` : undefined}
          onBlur={dismiss}
        />
      )}
      <button type="submit" class="primary icon" aria-label={words.send} title={words.send}>
        <Icon name="send" />
      </button>
    </form>
  );
}
