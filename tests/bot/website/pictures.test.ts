import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSite, type Site } from '../../channels/web/open-site';
import { articleFile, writeKnowledge } from '../../knowledge/articles/write-knowledge';

let site: Site;
let remove: () => void;
beforeAll(async () => {
  const knowledge = writeKnowledge({
    'fr/articles/pneu.md': articleFile('Changer un pneu', 'Prenez la roue. ![La roue](/pictures/wheel.svg)'),
    'fr/articles/frein.md': articleFile(
      'Régler un frein',
      'Tournez la vis. ![x](https://evil.example/x.png)\n\n1. Ouvrez. ![Vis](/pictures/screw.png)\n2. Fermez.',
      'order: 1\n',
    ),
    'fr/articles/cadre.md': articleFile('Nettoyer le cadre', 'Prenez un chiffon.', 'order: neuf\n'),
    'fr/articles/velo.md': articleFile('Choisir un vélo', 'Essayez-le.', 'order: 0\n'),
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

it('where a guide is shared, its first picture of ours is shown: no drawing, none of others', async () => {
  const imageOf = async (path: string) =>
    /<meta property="og:image" content="([^"]*)">/.exec(await (await get(path)).text())?.[1];
  expect(await imageOf('/articles/fr/frein')).toMatch(/^http:\/\/[^/]+\/pictures\/screw\.png$/);
  expect(await imageOf('/articles/fr/pneu')).toBeUndefined();
  expect(await imageOf('/articles/fr/cadre')).toBeUndefined();
  expect(await imageOf('/?lng=fr')).toBeUndefined();
});

it('guides are listed in the order that they have, the others behind by name', async () => {
  const text = await (await get('/?lng=fr')).text();
  const listed = [...text.matchAll(/<li><a href="\/articles\/fr\/(\w+)"/g)].map(([, id]) => id);
  expect(listed).toEqual(['velo', 'frein', 'cadre', 'pneu']);
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
