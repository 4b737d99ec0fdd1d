// A customer of a channel that takes the replies from the response (expectReplies), and tries again with the same id.
import { callUntilAnswered } from './call.mjs';

export async function openDirectCustomer(line, { locale, name }) {
  const [heard, heardAt, log] = [[], [], []];
  let posts = 0;
  return {
    key: `soak|${name}`,
    greets: false,
    /** @returns when it was sent, by the clock of `performance`: the try that was answered */
    async say({ text, value }) {
      let sentAt = 0;
      const from = { id: name, role: 'user' };
      const said = { type: 'message', id: `${name}-${posts++}`, text, from };
      const body = {
        ...said,
        ...{ locale, channelId: 'soak', deliveryMode: 'expectReplies', recipient: { id: 'bot' } },
        ...{ conversation: { id: name }, ...(value === undefined ? {} : { value }) },
      };
      const onTry = () => {
        sentAt = performance.now();
      };
      const { activities } = await callUntilAnswered(line, '/api/messages', { body, onTry });
      const replies = activities.map((activity) => ({ ...activity, from: { role: 'bot' } }));
      log.push(said, ...replies);
      heard.push(...replies);
      heardAt.push(...replies.map(() => performance.now()));
      return sentAt;
    },
    hear: async (from, count) => heard.slice(from, from + count),
    heardAt: (index) => heardAt[index],
    end: async () => ({ log, heard: log }),
  };
}
