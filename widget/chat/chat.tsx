import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Look } from '../shared/look';
import type { Post } from './activity';
import { backButton } from './back-button';
import { Composer, type Field } from './composer';
import { type Config, directionOf, fetchConfig, nameOfLanguage } from './config';
import { DRAFT } from './drafts';
import { forgetAll } from './forget-all';
import { Head } from './head';
import type { Host } from './host';
import { isComposing } from './is-composing';
import { wakeMarkdown } from './late-markdown';
import { Log } from './log';
import type { SessionShelf } from './session';
import { StatusLine } from './status-line';
import { openTalk, type TalkState } from './talk';
import { saveTranscript } from './transcript';
import { useWordsOnly } from './use-words-only';

interface ChatProps {
  readonly first: Config;
  readonly look: Look;
  readonly shelf: SessionShelf;
  readonly host: Host;
}

/** How long a note stands, in milliseconds. */
const NOTE = 10_000;

/** The whole chat: head, log, composer. */
export function Chat({ first, look, shelf, host }: ChatProps) {
  const [config, setConfig] = useState(first);
  const { words } = config;
  const [state, setState] = useState<TalkState>();
  const input = useRef<Field | null>(null);
  const language = useRef(first.language);
  const shown = useRef(!host.isFramed);
  const unread = useRef(0);
  /** What was said of late beside the talk; each time anew. */
  const [note, setNote] = useState<readonly string[]>([]);
  /** A new one begins with nothing typed. */
  const [conversation, setConversation] = useState(0);

  const talk = useMemo(
    () =>
      openTalk(
        shelf,
        () => language.current,
        setState,
        (activity) => {
          host.event('received');
          const reply = activity.channelData?.passerelle;
          if (reply?.kind === 'article') host.event('answer', { article: reply.article });
          if (!shown.current) host.unread(++unread.current);
        },
      ),
    [],
  );
  const send = useCallback((post: Post) => {
    host.event('sent');
    talk.send(post);
  }, []);

  // Before anything is painted: the page around us gives the field its focus.
  useLayoutEffect(() => {
    const back = backButton(host.close);
    const stop = host.listen((message) => {
      switch (message.kind) {
        case 'shown':
          shown.current = true;
          if (message.fillsScreen) back.enter();
          void talk.begin();
          unread.current = 0;
          host.unread(0);
          if (message.focus) input.current?.focus();
          return;
        case 'hidden':
          shown.current = false;
          back.leave();
          return;
        case 'ask':
          return send({ text: message.question });
        case 'article':
          return send({
            text: message.label,
            value: { passerelle: { kind: 'article', article: message.article } },
          });
      }
    });
    host.ready();
    void talk.begin();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) host.close();
    };
    const onStorage = () => talk.follow();
    const onReturn = ({ persisted }: PageTransitionEvent) => persisted && talk.follow();
    addEventListener('keydown', onKey);
    addEventListener('storage', onStorage);
    addEventListener('pageshow', onReturn);
    return () => {
      stop();
      removeEventListener('keydown', onKey);
      removeEventListener('storage', onStorage);
      removeEventListener('pageshow', onReturn);
    };
  }, []);
  useLayoutEffect(() => {
    if (conversation > 0) input.current?.focus();
  }, [conversation]);
  useEffect(() => {
    const timer = setTimeout(() => setNote([]), NOTE);
    return () => clearTimeout(timer);
  }, [note]);
  useWordsOnly(() => setNote([words.wordsOnly]));

  // Once the field is there; what it is for comes over the network and finds it awake.
  useEffect(() => void wakeMarkdown(first.pictures), []);

  /** The chat's own words at once; the assistant follows with its next sentence. */
  async function speak(id: string): Promise<void> {
    const next = await fetchConfig(id).catch(() => undefined);
    if (!next) return;
    language.current = next.language;
    document.documentElement.lang = next.language;
    document.documentElement.dir = directionOf(next.language);
    setConfig(next);
    try {
      sessionStorage.setItem('passerelle:language', next.language);
    } catch {}
    host.event('language', { language: next.language });
    send({ text: nameOfLanguage(id), value: { passerelle: { kind: 'language', language: id } } });
  }

  return (
    <>
      <Head
        config={config}
        look={look}
        onClose={host.isFramed ? host.close : undefined}
        onSpeak={(id) => void speak(id)}
        onSave={() => saveTranscript(state?.items ?? [], words, config.language)}
        onStartOver={() => {
          host.event('start-over');
          talk.startOver();
          forgetAll(DRAFT);
          setConversation(conversation + 1);
        }}
      />
      <Log state={state} words={words} onSend={send} onRetry={talk.retry} />
      <StatusLine state={state} words={words} note={note[0] ?? ''} />
      <Composer key={conversation} config={config} field={input} onSend={send} onTell={(words) => setNote([words])} />
    </>
  );
}
