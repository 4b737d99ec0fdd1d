import type { Post } from './activity';
import { choicePost } from './activity';
import type { Words } from './config';
import { MarkedText } from './marked-text';
import { memo } from './memo';
import { ReplyBody } from './reply-body';
import type { Item } from './talk';
import { ForeignBody } from './third-party-activity';
import { When } from './when';

export interface MessageProps {
  readonly item: Item;
  readonly isLastOwn: boolean;
  /** The other side speaks next: the hour stands under the last of a row. */
  readonly isLastInRow: boolean;
  /** Whether its choices and fields still count: nothing was said since. */
  readonly isOpen: boolean;
  readonly words: Words;
  readonly onChoose: (post: Post) => void;
  readonly onRetry: (key: string) => void;
}

/** One line of the conversation, with who says it. */
export const Message = memo(function Message(props: MessageProps) {
  return props.item.own ? <Own {...props} /> : <Bots {...props} />;
});

function Own({ item, isLastOwn, isLastInRow, words, onRetry }: MessageProps) {
  const { key, state, activity } = item;
  const mark = { 'data-own': '', ...(isLastOwn ? { 'data-last-own': '' } : {}), tabIndex: -1 };
  if (!activity.text) return <div class="said" {...mark} />;
  return (
    <div class="line own" {...mark}>
      <span class="unseen">{words.you} : </span>
      {/* As typed: words of a customer are never Markdown. */}
      <p class="bubble" dir="auto">
        {activity.text}
      </p>
      <When timestamp={activity.timestamp} isShown={isLastInRow} />
      {state === 'failed' && (
        <p class="fault">
          {words.failed}{' '}
          <button type="button" onClick={() => onRetry(key)}>
            {words.retry}
          </button>
        </p>
      )}
    </div>
  );
}

function Bots({ item, isLastInRow, isOpen, words, onChoose }: MessageProps) {
  const { activity } = item;
  const reply = activity.channelData?.passerelle;
  const choices = reply?.choices ?? [];
  const links = (reply?.links ?? []).map(({ label, url }) => `[${label}](${url})`).join('\n\n');
  return (
    <div class="line">
      <span class="unseen">{words.assistant} : </span>
      {reply ? (
        <ReplyBody reply={reply} isOpen={isOpen} words={words} onSend={onChoose} />
      ) : (
        <ForeignBody activity={activity} isOpen={isOpen} words={words} onSend={onChoose} />
      )}
      {links && <MarkedText kind="links" text={links} words={words} />}
      <When timestamp={activity.timestamp} isShown={isLastInRow} />
      {isOpen && choices.length > 0 && (
        <div class="choices">
          {choices.map((choice) => (
            <button key={choice.label} type="button" dir="auto" onClick={() => onChoose(choicePost(choice))}>
              {choice.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
