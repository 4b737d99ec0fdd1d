// A customer of a channel that takes the replies from the response (expectReplies), and tries again with the same id.
import { callUntilAnswered } from './call.mjs';

export async function openDirectCustomer(line, { locale, name }) {
  const [heard, log] = [[], []];
  let posts = 0;
  return {
    key: `soak|${name}`,
    greets: false,
    async say({ text, value }) {
      const from = { id: name, role: 'user' };
      const said = { type: 'message', id: `${name}-${posts++}`, text, from };
      const body = {
        ...said,
        ...{ locale, channelId: 'soak', deliveryMode: 'expectReplies', recipient: { id: 'bot' } },
        ...{ conversation: { id: name }, ...(value === undefined ? {} : { value }) },
      };
      const { activities } = await callUntilAnswered(line, '/api/messages', { body });
      const replies = activities.map((activity) => ({ ...activity, from: { role: 'bot' } }));
      log.push(said, ...replies);
      heard.push(...replies);
    },
    hear: async (from, count) => heard.slice(from, from + count),
    end: async () => ({ log, heard: log }),
  };
}
