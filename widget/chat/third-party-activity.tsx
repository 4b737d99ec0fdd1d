import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Activity, Attachment, CardAction, Post } from './activity';
import type { Words } from './config';
import { markdown } from './late-markdown';
import { MarkedText } from './marked-text';
import { serverAddress } from './server-address';

interface ForeignBodyProps {
  readonly activity: Activity;
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onSend: (post: Post) => void;
}

/** Not part of the bundle: fetched with the first such card. */
const CARDS = serverAddress('/widget/cards.js');
const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

/** What no reply of ours is: text, cards and suggested actions of any bot. */
export function ForeignBody({ activity, isOpen, words, onSend }: ForeignBodyProps) {
  const { text, textFormat, attachments = [], suggestedActions } = activity;
  const actions = suggestedActions?.actions ?? [];
  return (
    <>
      {text &&
        (textFormat === 'plain' ? (
          <p class="bubble" dir="auto">
            {text}
          </p>
        ) : (
          <MarkedText kind="bubble" text={text} words={words} />
        ))}
      {attachments.map((attachment, at) =>
        attachment.contentType === ADAPTIVE ? (
          <AdaptiveCard key={at} attachment={attachment} words={words} onSend={onSend} />
        ) : (
          <p key={at} class="bubble">
            {attachment.name ?? attachment.contentType}
          </p>
        ),
      )}
      {isOpen && actions.length > 0 && (
        <div class="choices">
          {actions.map((action) => (
            <button key={action.title} type="button" dir="auto" onClick={() => onSend(postOf(action))}>
              {action.title}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function postOf({ type, title, text, value }: CardAction): Post {
  if (type === 'imBack' && typeof value === 'string') return { text: value };
  return { text: text ?? title ?? '', ...(value === undefined ? {} : { value }) };
}

interface AdaptiveCardProps extends Pick<ForeignBodyProps, 'words' | 'onSend'> {
  readonly attachment: Attachment;
}

/** Drawn by Microsoft's library, fetched with the first such card. */
function AdaptiveCard({ attachment, words, onSend }: AdaptiveCardProps) {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'drawn' | 'failed'>('loading');
  useLayoutEffect(() => {
    const draw = async () => {
      const { drawCard }: typeof import('../cards/draw-card') = await import(CARDS);
      const card = drawCard(attachment.content, {
        markdown: (text) => markdown(text, words.newTab),
        submit: (value) => onSend(typeof value === 'string' ? { text: value } : { value }),
      });
      box.current?.replaceChildren(card);
    };
    draw().then(
      () => setState('drawn'),
      () => setState('failed'),
    );
  }, [attachment]);
  return (
    <div class="bubble card">
      {state !== 'drawn' && <p>{state === 'failed' ? words.card : words.cardLoading}</p>}
      <div ref={box} />
    </div>
  );
}
