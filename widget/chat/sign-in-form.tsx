import { useState } from 'preact/hooks';
import type { Reply } from '../../src/channels/reply';
import type { Post } from './activity';
import type { Words } from './config';
import { FieldsForm } from './fields-form';
import { MarkedText } from './marked-text';

interface SignInFormProps {
  readonly reply: Extract<Reply, { kind: 'sign-in' }>;
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onSend: (post: Post) => void;
}

/** What opens an account: a site, a key, or both. What is typed leaves in the activity's value, is not kept here and never becomes text. */
export function SignInForm({ reply, isOpen, words, onSend }: SignInFormProps) {
  const { text, site, key, submit, check } = reply;
  const [isSent, setSent] = useState(false);
  const field = { autocomplete: 'off' } as const;
  return (
    <div class="bubble card">
      <MarkedText text={text} words={words} />
      {isOpen && !isSent && (
        <FieldsForm
          id={`sign-in-${check}`}
          fields={[
            ...(site ? [{ ...field, ...site, name: 'site', type: 'text', maxLength: 500 } as const] : []),
            ...(key
              ? [
                  {
                    ...field,
                    ...key,
                    name: 'key',
                    type: key.isMasked === false ? 'text' : 'password',
                    maxLength: 2000,
                  } as const,
                ]
              : []),
          ]}
          submit={submit}
          words={words}
          onSubmit={(typed) => {
            setSent(true);
            onSend({ value: { passerelle: { kind: 'sign-in', check }, ...typed } });
          }}
        />
      )}
      {isSent && <p class="foot">✓ {words.sent}</p>}
    </div>
  );
}
