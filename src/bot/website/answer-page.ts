import type { WebRequest } from '../../channels/web/response.js';
import { readArticleAddress } from '../../knowledge/articles/article-address.js';
import type { App } from '../compose.js';
import { articlePage, missingPage } from './article-page.js';
import { helpCentrePage } from './help-centre-page.js';
import type { SitePages } from './open-page-deps.js';
import type { Website } from './open-website.js';
import type { Page } from './page-frame.js';
import { WEBCHAT_SCRIPT, webchatPage } from './webchat-page.js';
import { widgetConfig } from './widget-config.js';
import type { WidgetFiles } from './widget-files.js';
import { chatPage, testPage } from './widget-pages.js';

/** The page at an address. */
export async function answerPage(
  { path, query, headers, socketBase, address }: WebRequest,
  app: App,
  deps: SitePages,
  { origins, searchWait }: Website,
  files: WidgetFiles,
): Promise<Page> {
  const { folder } = deps;
  const language = deps.languageOf(query.get('lng'), headers);
  if (path === '/') {
    // A search costs more than a page.
    const asked = query.get('q') && searchWait(address) === 0 ? query.get('q') : null;
    return helpCentrePage(deps, language, asked);
  }
  if (path === '/widget/chat')
    return chatPage({
      language,
      title: app.locales.words(language)('widget.title'),
      config: widgetConfig(app, language),
      script: folder + (await files.address('/widget/chat.js')),
      style: folder + (await files.address('/widget/chat.css')),
      frameAncestors: origins.frameAncestors,
      socketBase,
      isIsolated: query.has('isolated'),
    });
  if (path === '/widget/webchat') {
    if (!(await files.find(WEBCHAT_SCRIPT))) return missingPage(deps, language, 'pages.noWebChat');
    return webchatPage(
      folder,
      language,
      app.locales.words(language)('widget.title'),
      origins.frameAncestors,
      socketBase,
    );
  }
  if (path === '/widget/test') return testPage(folder, language, query);
  const asked = readArticleAddress(path);
  return asked && deps.languages.includes(asked.language)
    ? articlePage(deps, asked.language, asked.article)
    : missingPage(deps, language);
}
