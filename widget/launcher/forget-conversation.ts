import { type FromChat, unsealed } from '../shared/frame-message';

/** A server that cannot be reached keeps nobody from leaving, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Has the browser forget the conversation: it is kept under the server's address, where only a page of the server's reaches it.
 * @returns whether it is forgotten
 */
export function forgetConversation(server: string): Promise<boolean> {
  const frame = document.createElement('iframe');
  frame.src = `${server}/widget/chat#forget`;
  frame.style.display = 'none';
  return new Promise((resolve) => {
    const end = (isForgotten: boolean) => {
      clearTimeout(timer);
      removeEventListener('message', hear);
      frame.remove();
      resolve(isForgotten);
    };
    const hear = ({ source, data }: MessageEvent) => {
      if (source === frame.contentWindow && unsealed<FromChat>(data)?.kind === 'forgotten') end(true);
    };
    const timer = setTimeout(() => end(false), PATIENCE);
    addEventListener('message', hear);
    document.documentElement.append(frame);
  });
}
