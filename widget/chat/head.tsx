import { useEffect, useRef, useState } from 'preact/hooks';
import type { Look } from '../shared/look';
import { type Config, nameOfLanguage } from './config';
import { Icon } from './icon';
import { isComposing } from './is-composing';

interface HeadProps {
  readonly config: Config;
  readonly look: Look;
  readonly onClose: (() => void) | undefined;
  readonly onSpeak: (language: string) => void;
  readonly onSave: () => void;
  readonly onStartOver: () => void;
}

/** Who is speaking, what else can be done, and the way out. */
export function Head({ config, look, onClose, onSpeak, onSave, onStartOver }: HeadProps) {
  const { words, team, languages, language } = config;
  const [isOpen, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return undefined;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
    };
  }, [isOpen]);

  const doing = (what: () => void) => () => {
    setOpen(false);
    toggle.current?.focus();
    what();
  };
  return (
    <header>
      {look.avatar ? (
        <img src={look.avatar} alt="" width="36" height="36" />
      ) : (
        <span class="mark">
          <Icon name="mark" />
        </span>
      )}
      <div class="who">
        <h1>{look.title ?? team ?? words.title}</h1>
        <p>{words.notice}</p>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu wherever the focus is in it */}
      <div
        ref={menu}
        class="menu"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen || isComposing(event)) return;
          event.preventDefault();
          setOpen(false);
          toggle.current?.focus();
        }}
      >
        <button
          ref={toggle}
          type="button"
          class="icon"
          aria-label={words.menu}
          title={words.menu}
          aria-expanded={isOpen}
          aria-controls="menu"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
        <div id="menu" class="sheet" hidden={!isOpen}>
          <button type="button" onClick={doing(onStartOver)}>
            {words.startOver}
          </button>
          <button type="button" onClick={doing(onSave)}>
            {words.save}
          </button>
          <button type="button" onClick={doing(() => window.print())}>
            {words.print}
          </button>
          {isOpen && languages.length > 1 && (
            <label>
              {words.language}
              <select value={language} onChange={(event) => onSpeak(event.currentTarget.value)}>
                {languages.map((id) => (
                  <option key={id} value={id} lang={id} selected={id === language}>
                    {nameOfLanguage(id)}
                  </option>
                ))}
              </select>
            </label>
          )}
        </div>
      </div>
      {onClose && (
        <button type="button" class="icon" aria-label={words.close} title={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
