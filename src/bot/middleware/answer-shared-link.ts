import type { Middleware } from 'botbuilder';
import { readSharedLink } from '../../channels/teams/read-shared-link.js';
import { linkAnswer } from '../../channels/teams/search-articles.js';
import type { Locales } from '../../dialogs/phrases/words.js';
import type { KnowledgeService } from '../knowledge/knowledge-service.js';
import { foundArticle } from './found-article.js';

interface SharedLinkDeps {
  readonly knowledgeService: Pick<KnowledgeService, 'library'>;
  readonly locales: Locales;
  readonly publicUrl: string;
}

/** For people who have installed the app, and for those who have not: our guides are for everybody. */
const ASKS: ReadonlySet<string | undefined> = new Set([
  'composeExtension/queryLink',
  'composeExtension/anonymousQueryLink',
]);

/** Shows the guide below a link to its page that somebody puts into a message of Teams. Like a search it is no turn. */
export function answerSharedLink({ knowledgeService, locales, publicUrl }: SharedLinkDeps): Middleware {
  return {
    async onTurn(context, next) {
      const { type, name, value } = context.activity;
      if (type !== 'invoke' || !ASKS.has(name)) return next();
      const page = readSharedLink(value, publicUrl);
      const language = page && locales.languages.find((each) => each === page.language);
      const article = page && language && knowledgeService.library.find(page.article, language);
      const body = linkAnswer(article ? foundArticle(article, language, locales, publicUrl) : undefined);
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    },
  };
}
