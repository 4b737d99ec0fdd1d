import type { Reply } from '../../src/channels/reply';
import type { Post } from './activity';
import type { Words } from './config';
import { FieldsForm } from './fields-form';
import { MarkedText } from './marked-text';

interface ContactFormProps {
  readonly reply: Extract<Reply, { kind: 'contact' }>;
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onSend: (post: Post) => void;
}

/** Name and address at once. What was sent stands in the conversation like anything that the customer says. */
export function ContactForm({ reply, isOpen, words, onSend }: ContactFormProps) {
  const { text, name, email, submit } = reply;
  if (!isOpen) return <MarkedText kind="bubble" text={text} words={words} />;
  return (
    <div class="bubble card">
      <MarkedText text={text} words={words} />
      <FieldsForm
        id="contact"
        fields={[
          { ...name, name: 'name', type: 'text', autocomplete: 'name', maxLength: 200 },
          { ...email, name: 'email', type: 'email', autocomplete: 'email', maxLength: 300 },
        ]}
        submit={submit}
        words={words}
        onSubmit={(typed) => {
          const said = [typed.name, typed.email].join(', ');
          onSend({ text: said, value: { passerelle: { kind: 'contact' }, ...typed } });
        }}
      />
    </div>
  );
}
