import type { Reply } from '../../src/channels/reply';
import type { Post } from './activity';
import type { Words } from './config';
import { ContactForm } from './contact-form';
import { MarkedText } from './marked-text';
import { SignInForm } from './sign-in-form';

interface ReplyBodyProps<Kind extends Reply['kind'] = Reply['kind']> {
  readonly reply: Extract<Reply, { kind: Kind }>;
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onSend: (post: Post) => void;
}

/** One of our own replies, drawn natively. */
export function ReplyBody({ reply, isOpen, words, onSend }: ReplyBodyProps) {
  switch (reply.kind) {
    case 'article':
      return <ArticleCard reply={reply} words={words} />;
    case 'step':
      return <StepCard reply={reply} words={words} />;
    case 'report':
      return <ReportCard reply={reply} words={words} />;
    case 'sign-in':
      return <SignInForm reply={reply} isOpen={isOpen} words={words} onSend={onSend} />;
    case 'contact':
      return <ContactForm reply={reply} isOpen={isOpen} words={words} onSend={onSend} />;
    // A kind of a newer server still has its words.
    default:
      return <MarkedText kind="bubble" text={reply.text} words={words} />;
  }
}

type Of<Kind extends Reply['kind']> = Pick<ReplyBodyProps<Kind>, 'reply' | 'words'>;

function ArticleCard({ reply, words }: Of<'article'>) {
  return (
    <div class="bubble card">
      <MarkedText text={reply.text} words={words} />
      <MarkedText kind="foot" text={reply.provenance.line} words={words} />
    </div>
  );
}

function StepCard({ reply, words }: Of<'step'>) {
  const { title, number, total, progress, before, warnings, text } = reply;
  return (
    <div class="bubble card step">
      <p class="title">{title}</p>
      <p class="progress">
        <span>{progress}</span>
        <progress value={number} max={total} aria-hidden="true" />
      </p>
      {before?.map((paragraph) => (
        <MarkedText key={paragraph} text={paragraph} words={words} />
      ))}
      {warnings.map((warning) => (
        <MarkedText key={warning} kind="warning" text={warning} words={words} />
      ))}
      <MarkedText text={text} words={words} />
    </div>
  );
}

function ReportCard({ reply, words }: Of<'report'>) {
  return (
    <div class="bubble card report">
      <p class="title">{reply.title}</p>
      {reply.verdict && <MarkedText text={reply.verdict} words={words} />}
      <ul>
        {reply.rows.map(({ state, sign, word, title, detail }) => (
          <li key={title}>
            <span>{title}</span>
            <strong class={`state ${state}`}>
              <span class={`sign ${state}`}>{sign}</span> {word}
            </strong>
            {detail && <MarkedText kind="detail" text={detail} words={words} />}
          </li>
        ))}
      </ul>
      <MarkedText text={reply.text} words={words} />
    </div>
  );
}
