import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSite, type Site } from '../../channels/web/open-site';
import { articleFile, writeKnowledge } from '../../knowledge/articles/write-knowledge';

let site: Site;
let remove: () => void;
beforeAll(async () => {
  const knowledge = writeKnowledge({
    'fr/articles/pneu.md': articleFile('Changer un pneu', 'Prenez la roue. ![La roue](/pictures/wheel.svg)'),
    'fr/articles/frein.md': articleFile('Régler un frein', 'Tournez la vis.'),
    'pictures/wheel.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    'pictures/notes.txt': 'ours',
  });
  remove = knowledge.remove;
  writeFileSync(join(knowledge.folder, 'secret.png'), 'not a picture of an article');
  site = await openSite({ knowledgeFolder: knowledge.folder });
});
afterAll(async () => {
  await site.server.stop();
  remove();
});

const get = (path: string) => fetch(`${site.base}${path}`);

it('a picture that came along with the articles is shown on the page', async () => {
  expect(await (await get('/articles/fr/pneu')).text()).toContain(
    '<img src="/pictures/wheel.svg" alt="La roue" loading="lazy">',
  );
  const { status, headers } = await get('/pictures/wheel.svg');
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'image/svg+xml' });
});

it('scripts in a drawing never run', async () => {
  expect((await get('/pictures/wheel.svg')).headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  );
});

it.each([
  '/pictures/notes.txt',
  '/pictures/../secret.png',
  '/pictures/%2e%2e%2fsecret.png',
  '/pictures/gone.png',
  '/pictures/',
])('nothing else is served: %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});
