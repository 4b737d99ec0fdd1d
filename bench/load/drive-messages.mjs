// Questions, and what people click in between, as fast as they are answered: `/api/messages` with expectReplies.
import { Agent, request } from 'node:http';
import { utterance } from '../utterances.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

/** node:http costs the driver a third of what fetch costs it. */
const post = (base, body) =>
  new Promise((resolve, reject) => {
    const sent = request(`${base}/api/messages`, {
      agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '10.1.1.1' },
    });
    sent.on('error', reject);
    sent.on('response', async (response) => {
      const parts = [];
      for await (const part of response) parts.push(part);
      resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() });
    });
    sent.end(JSON.stringify(body));
  });

/**
 * @param {{ seconds: number, atOnce: number, conversations: number, run: string }} load `run`: no other has the same name
 * @returns turns answered, errors, and what each turn took in milliseconds
 */
export async function driveMessages(base, { seconds, atOnce, conversations, run }) {
  const end = performance.now() + seconds * 1000;
  const times = [];
  let [next, errors] = [0, 0];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() < end) {
        const i = next++;
        const begin = performance.now();
        const { status, text } = await post(base, {
          ...{ type: 'message', id: `${run}-${i}`, text: utterance(i), locale: 'fr-FR', channelId: 'load' },
          ...{ deliveryMode: 'expectReplies', from: { id: 'customer' }, recipient: { id: 'bot' } },
          conversation: { id: `${run}-${i % conversations}` },
        });
        if (status === 200 && JSON.parse(text).activities.length > 0) times.push(performance.now() - begin);
        else errors++;
      }
    }),
  );
  return { turns: times.length, errors, times };
}
