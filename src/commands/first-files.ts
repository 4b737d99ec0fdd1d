import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PRODUCT_FOLDER } from '../bot/config.js';
import type { Article } from '../knowledge/articles/article.js';

/** A language of the product has a first article of its own; any other begins in English. */
const sampleFolder = (language: string) => {
  const own = join(PRODUCT_FOLDER, language);
  return existsSync(join(own, 'first-article.md')) ? own : join(PRODUCT_FOLDER, 'en');
};

/**
 * What a help centre of a team's own starts from, by path.
 * @param articles some that are there already: the first questions are theirs, and no sample is written
 */
export async function firstFiles(
  languages: readonly string[],
  articles: readonly Article[],
): Promise<ReadonlyMap<string, string>> {
  const [first = 'en'] = languages;
  const files = new Map([
    ['.env', settings(languages)],
    ['.gitignore', '.data/\n'],
    ['website.html', WEBSITE],
    [
      'questions.jsonl',
      articles.length > 0
        ? questionsOf(articles)
        : await readFile(join(sampleFolder(first), 'first-questions.jsonl'), 'utf8'),
    ],
  ]);
  for (const language of articles.length > 0 ? [] : languages)
    files.set(
      `${language}/articles/change-password.md`,
      await readFile(join(sampleFolder(language), 'first-article.md'), 'utf8'),
    );
  return files;
}

/** The titles of articles that are there: what `passerelle evaluate` asks at first. */
function questionsOf(articles: readonly Article[]): string {
  return articles
    .map(({ title, language, id }) => `${JSON.stringify({ text: title, language, expect: id })}\n`)
    .join('');
}

const settings = (
  languages: readonly string[],
) => `# The settings of this help centre. passerelle dev reads them here; so does a command that runs in this folder. Every setting there
# is: .env.example of Passerelle. A line that begins with # is a comment: take the sign away to set it.

# Languages are the folders of this one: ${languages.join(', ')}. Another one is another folder, with the same articles.

# What the bot calls your team; without it "our support team". The address is given when a hand-off cannot be stored.
# TEAM_NAME=Bakery
# TEAM_EMAIL=help@bakery.example

# The welcome: its first words are welcome.first in <language>/deployment.json (docs/own-help-centre.md); its examples are the articles with a line
# "featured: { order: 1, question: How do I …? }".

# Colours, words and corner of the widget are attributes of its line on your page: see website.html.

# Which share of questions that you do not answer may be answered by mistake: lower refuses more.
# FALSE_ANSWER_BUDGET=0.04

# Hand-off: "passerelle cases" lists what customers left, "passerelle answer" answers. Days after which conversations are forgotten:
# RETENTION_DAYS=30
# TIME_ZONE=Europe/Paris

# Where it listens, where it keeps its state, and these articles.
# PORT=3978
DATA_DIR=.data
KNOWLEDGE_DIR=.

# In production: where customers find it, and on which sites the widget stands.
# NODE_ENV=production
# PUBLIC_URL=https://bot.bakery.example
# WEB_ORIGINS=https://bakery.example
`;

const WEBSITE = `<!-- The widget on your own page is this one line; every attribute: docs/widget.md. -->
<script src="http://localhost:3978/widget.js" data-accent="#7a3e9d" data-position="right" async></script>
`;
