import { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';

interface Drawing {
  /** Sanitised elements of a Markdown text. */
  readonly markdown: (text: string) => DocumentFragment;
  readonly submit: (value: unknown) => void;
}

/** An Adaptive Card as elements. @throws when it is none */
export function drawCard(content: unknown, { markdown, submit }: Drawing): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ fontFamily: 'inherit', supportsInteractivity: true });
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const box = document.createElement('div');
    box.append(markdown(text));
    result.outputHtml = box.innerHTML;
    result.didProcess = true;
  };
  card.onExecuteAction = (action) => {
    if (action instanceof SubmitAction) submit(action.data);
    if (action instanceof OpenUrlAction && /^https?:/i.test(action.url ?? '')) {
      open(action.url, '_blank', 'noopener,noreferrer');
    }
  };
  card.parse(content);
  const element = card.render();
  if (!element) throw new Error('Not an Adaptive Card');
  return element;
}
