import { visible } from '../bot/visible.js';
import { drawForTerminal } from './draw-for-terminal.js';

/** The tour cannot go on; the message says where it stopped and why. */
export class TourError extends Error {}

/** A conversation of the tour, drawn as it goes. */
export interface TourTalk {
  say(text: string): Promise<void>;
  /** Clicks the first button of the last answer that does this (`yes`, `check`). */
  click(kind: string): Promise<void>;
}

type TourActivity = Parameters<typeof drawForTerminal>[0];

interface Button {
  readonly title: string;
  readonly value: { readonly passerelle?: { readonly kind?: string } } | undefined;
}

/** Talks to a server over HTTP as the Emulator does, without signing in. */
export function openTourTalk(
  base: string,
  locale: string,
  stage: { write(text: string): void; readonly colours: boolean },
): TourTalk {
  let buttons: readonly Button[] = [];
  let sent = 0;

  async function post(text: string, value?: Button['value']): Promise<void> {
    stage.write(`\n> ${visible(text)}\n`);
    const activity = {
      ...{ type: 'message', id: String(++sent), channelId: 'terminal', locale, text, value },
      ...{ deliveryMode: 'expectReplies', from: { id: 'customer' }, recipient: { id: 'passerelle' } },
      conversation: { id: 'tour', conversationType: 'personal' },
    };
    const response = await fetch(`${base}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    if (!response.ok) throw new TourError(`The bot did not answer “${text}”: HTTP ${response.status}.`);
    const { activities }: { activities: readonly TourActivity[] } = JSON.parse(await response.text());
    for (const reply of activities) stage.write(drawForTerminal(reply, stage.colours));
    buttons = activities.flatMap(buttonsOf);
  }

  return {
    say: (text) => post(text),
    async click(kind) {
      const button = buttons.find(({ value }) => value?.passerelle?.kind === kind);
      if (button) return post(button.title, button.value);
      const offered = buttons.map(({ title }) => title).join(' | ') || 'none';
      throw new TourError(`The tour stops here: the bot offers no button of the kind “${kind}”. Offered: ${offered}.`);
    },
  };
}

/** The buttons below a message and those on its cards. */
function buttonsOf({ suggestedActions, attachments }: TourActivity): readonly Button[] {
  const onCards = (attachments ?? []).flatMap(({ content }) => content?.actions ?? []);
  return [
    ...(suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value })),
    ...onCards.map(({ title, data }: { title: string; data: Button['value'] }) => ({ title, value: data })),
  ];
}
