// Makes the zip that an admin uploads to Teams: npm run teams:package -- --app-id <guid> --domain <host>
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { localisation, manifest } from './manifest.mjs';
import { readOptions, USAGE } from './read-options.mjs';
import { readTexts } from './read-texts.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, '..');

async function main() {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const { help, faults, options } = readOptions(process.argv.slice(2), process.env, version);
  if (help) return console.log(USAGE);
  if (faults) return refuse(faults);
  const texts = await readTexts(join(home, 'locales'), options.knowledge ?? join(home, 'deployments', 'teamwork-desk'));
  if (Object.keys(texts).length === 0)
    return refuse([`--knowledge ${options.knowledge} holds no articles: lay it out as <language>/articles/*.md`]);

  if (options.language !== 'fr' && !(options.language in texts))
    return refuse([`--language ${options.language} is not spoken: one of ${Object.keys(texts).join(', ')}`]);

  // One date for all: the same options make the same bytes.
  await writeFile(options.out, zipSync(await filesOf(options, texts), { level: 9, mtime: '2026-01-01' }));
  const { out, name, domain, website, privacy, terms } = options;
  console.log(`${out}: ${name} ${options.version} for ${domain}. Upload it as docs/teams.md says.`);
  if (privacy === website && terms === website)
    console.log(`Privacy and terms lead to ${website}: --privacy and --terms name pages of your own.`);
}

async function filesOf(options, texts) {
  const app = manifest(options, texts);
  const others = app.localizationInfo.additionalLanguages;
  const icon = (name) => readFile(join(here, 'icons', name));
  const json = (content) => Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`);
  return {
    'manifest.json': json(app),
    'color.png': await icon('color.png'),
    'outline.png': await icon('outline.png'),
    ...Object.fromEntries(
      others.map(({ languageTag, file }) => [file, json(localisation(options, texts[languageTag]))]),
    ),
  };
}

function refuse(faults) {
  console.error(`The Teams package was not made:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n\n${USAGE}`);
  process.exitCode = 2;
}

await main();
