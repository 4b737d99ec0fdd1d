import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The chat on a page, as a customer sees it. */
export interface ChatFrame {
  readonly frame: FrameLocator;
  readonly launcher: Locator;
  readonly input: Locator;
  readonly log: Locator;
  say(text: string): Promise<void>;
  /** Clicks the newest button of the conversation that says so. */
  click(label: string | RegExp): Promise<void>;
  /** Waits until the assistant has said it. */
  hear(text: string | RegExp): Promise<void>;
}

export function chatFrame(page: Page): ChatFrame {
  const frame = page.frameLocator('iframe');
  const log = frame.getByRole('log');
  const input = frame.locator('#question');
  return {
    frame,
    log,
    input,
    launcher: page.locator('button[aria-expanded]'),
    async say(text) {
      await input.fill(text);
      await input.press('Enter');
    },
    click: (label) => log.getByRole('button', { name: label }).last().click(),
    hear: async (text) => {
      await log.getByText(text).last().waitFor();
    },
  };
}

/** Opens a page of the site and, on it, the chat. */
export async function openChat(page: Page, address: string): Promise<ChatFrame> {
  await page.goto(address);
  const chat = chatFrame(page);
  await chat.launcher.click();
  await chat.input.waitFor();
  return chat;
}
