// A customer on the website: speaks Direct Line as the widget does.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { callUntilAnswered } from './call.mjs';

const DOMAIN = '/v3/directline';
/** The longest wait for a reply, in milliseconds: on a busy machine the server lives for a few seconds only in each of several starts. */
const SILENCE = 180_000;

/** A name of the shape that the widget writes. */
const idOf = (name) => createHash('sha256').update(name).digest('hex').slice(0, 32);

/**
 * Opens a conversation and its stream; the stream comes again, from where it was, whenever it is lost.
 * @returns what a course needs: say something, hear what comes, and at the end the whole log
 */
export async function openWebCustomer(line, { locale, name }) {
  const { deadline, random } = line;
  const { token, conversationId, userId } = await callUntilAnswered(line, '/widget/token', { body: {} });
  const own = `${DOMAIN}/conversations/${conversationId}`;
  const first = await callUntilAnswered(line, `${DOMAIN}/conversations`, { token, body: { locale } });
  const heard = [];
  /** When each message of the assistant came, by the clock of `performance`. */
  const heardAt = [];
  const ids = new Set();
  let [watermark, isOpen, posts, socket, wake] = ['', true, 0, undefined, () => {}];

  const listen = async () => {
    let url = first.streamUrl;
    for (let pause = 100; isOpen; pause = Math.min(pause * 2, 2000)) {
      socket = new WebSocket(url, { headers: { origin: line.base, 'x-forwarded-for': line.address } });
      await new Promise((resolve) => {
        socket.on('error', () => {});
        socket.on('close', resolve);
        socket.on('message', (frame) => {
          if (frame.length === 0) return;
          const set = JSON.parse(frame);
          watermark = set.watermark;
          for (const activity of set.activities) {
            // What comes again after a loss is dropped, as the widget does.
            if (activity.type !== 'message' || ids.has(activity.id)) continue;
            ids.add(activity.id);
            heard.push(activity);
            if (activity.from.role === 'bot') heardAt.push(performance.now());
          }
          pause = 100;
          wake();
        });
      });
      if (!isOpen) return;
      await sleep(pause * (0.5 + random()));
      ({ streamUrl: url } = await callUntilAnswered(line, `${own}?watermark=${watermark}`, { token }));
    }
  };
  const listening = listen().catch((error) => {
    if (isOpen && !deadline.aborted) throw error;
  });
  const fromBot = () => heard.filter(({ from }) => from.role === 'bot');

  return {
    key: `directline|${conversationId}`,
    greets: true,
    /** Resolves once it is acknowledged. @returns when it was sent: the try that was */
    async say({ text, value }) {
      let sentAt = 0;
      const body = {
        type: 'message',
        text,
        locale,
        from: { id: userId },
        ...(value === undefined ? {} : { value }),
        channelData: { clientActivityID: idOf(`${name}-${posts++}`) },
      };
      const onTry = () => {
        sentAt = performance.now();
      };
      await callUntilAnswered(line, `${own}/activities`, { token, body, onTry });
      return sentAt;
    },
    heardAt: (index) => heardAt[index],
    /** What the assistant has said after the first `from` messages; resolves with nothing new after three minutes of silence. */
    async hear(from, count) {
      const until = performance.now() + SILENCE;
      while (fromBot().length < from + count && performance.now() < until && !deadline.aborted) {
        const news = new Promise((resolve) => {
          wake = resolve;
        });
        await Promise.race([news, sleep(1000)]);
      }
      return fromBot().slice(from, from + count);
    },
    /** Everything that the server has kept, both sides, in order; and what came over the stream. */
    async end() {
      isOpen = false;
      socket?.terminate();
      await listening;
      const log = [];
      for (let at = ''; ; ) {
        const page = await callUntilAnswered(line, `${own}/activities?watermark=${at}`, { token });
        log.push(...page.activities.filter(({ type }) => type === 'message'));
        if (page.activities.length === 0) return { log, heard };
        at = page.watermark;
      }
    },
  };
}
