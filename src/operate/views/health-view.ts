import { html } from '../../http/html.js';
import type { View } from '../view.js';
import { table } from './table.js';

/** Whether everything works: where cases go, what could not be loaded. */
export const healthView: View = {
  name: 'health',
  label: (t) => t('health.label'),
  role: 'reader',
  async show({ t }, office) {
    const { status, articles, languages, problems, others, destinations, stale } = await office.health();
    const rows = destinations.map(({ id, kind, state, since, why, waiting, givenUp }) => [
      ...[
        id,
        kind,
        t(`health.${state === 'down' ? 'downState' : state}`),
        since?.slice(0, 16).replace('T', ' ') ?? '–',
        why ?? '–',
        waiting,
        givenUp,
      ],
    ]);
    const head = ['destination', 'kind', 'state', 'since', 'why', 'waiting', 'givenUp'] as const;
    const content = html`<p>${t(`health.${status}`)}</p>
<h2>${t('health.destinations')}</h2>${
      rows.length > 0
        ? table(
            t('health.destinations'),
            head.map((key) => t(`health.${key}`)),
            rows,
          )
        : html`<p>${t('health.nobodyTold')}</p>`
    }
<h2>${t('health.knowledge')}</h2><p>${t('health.articles', { count: articles, languages: languages.join(', ') })}</p>${
      problems.length > 0
        ? html`<ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul>`
        : html`<p>${t('health.noProblem')}</p>`
    }${
      others.length > 0
        ? html`<p>${t('health.others', { processes: others.map(({ process, version }) => `${process}: ${version}`).join(', ') })}</p>`
        : html``
    }
<h2>${t('health.links')}</h2>${
      stale.length > 0
        ? table(
            t('health.links'),
            [t('health.article'), t('health.address'), t('health.why')],
            stale.map(({ article, language, kind, url, why }) => [
              `${language}/${article}`,
              url,
              t(`health.${kind}`, { why }),
            ]),
          )
        : html`<p>${t('health.noLink')}</p>`
    }`;
    return { kind: 'page', title: t('health.title'), content };
  },
};
