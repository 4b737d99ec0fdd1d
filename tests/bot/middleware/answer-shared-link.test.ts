import type { Activity } from 'botbuilder';
import type { App } from '../../../src/bot/compose';
import { readSharedLink } from '../../../src/channels/teams/read-shared-link';
import { openTestApp } from '../../converse';

let app: App;
beforeAll(async () => {
  app = await openTestApp({ publicUrl: 'https://help.example/desk' });
});
afterAll(() => app.close());

let links = 0;
/** What Teams is told when somebody puts a link into a message. */
async function share(url: unknown, name = 'composeExtension/queryLink') {
  const activity = {
    ...{ type: 'invoke', name, id: `link-${++links}`, channelId: 'msteams', value: { url }, locale: 'en-GB' },
    ...{
      serviceUrl: 'https://smba.example/',
      from: { id: '29:u' },
      recipient: { id: '28:b' },
      conversation: { id: 'c' },
    },
  } as Activity;
  const response = await app.adapter.processLocal(activity, async () => 'said', app.logic);
  return { status: response?.status, extension: response?.body?.composeExtension };
}

test.each(['composeExtension/queryLink', 'composeExtension/anonymousQueryLink'])(
  'a link to a guide is shown with the guide, in the language of its page (%s)',
  async (name) => {
    const { status, extension } = await share('https://help.example/desk/articles/fr/triggers?from=mail#steps', name);
    expect(status).toBe(200);
    expect(extension).toMatchObject({
      ...{ type: 'result', attachmentLayout: 'list' },
      attachments: [
        {
          // No newer one is shown below a link.
          content: { version: '1.3', actions: [{ url: 'https://help.example/desk/articles/fr/triggers' }] },
          preview: { content: { title: expect.stringContaining('déclencheurs') } },
        },
      ],
    });
  },
);

test.each([
  ['a guide that is not there', 'https://help.example/desk/articles/fr/nothing'],
  ['a language that is not spoken', 'https://help.example/desk/articles/xx/triggers'],
  ['the front page', 'https://help.example/desk/'],
  ['a page beside the help centre', 'https://help.example/articles/fr/triggers'],
  ['another website', 'https://evil.example/desk/articles/fr/triggers'],
  ['another port', 'https://help.example:8443/desk/articles/fr/triggers'],
  ['no address', 'not an address'],
  ['no text', { a: 1 }],
])('a link to %s is left as it is', async (_, url) => {
  expect(await share(url)).toEqual({ status: 200, extension: undefined });
});

test('a help centre at the root of its host has its links read, too', () => {
  expect(readSharedLink({ url: 'https://a.example/articles/en/api-key' }, 'https://a.example')).toEqual({
    language: 'en',
    article: 'api-key',
  });
});
