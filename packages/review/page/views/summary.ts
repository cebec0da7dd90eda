import { summaryOf } from '../../src/report/summary';
import type { ArticleView, UnitView } from '../../src/report/data';
import { h } from '../dom';
import { data, get, say, toScene } from '../state';
import { texts } from '../texts';
import { statusBadge } from './badges';

export function summary(): HTMLElement {
  const report = data();
  const { figures, steps, languages } = summaryOf(report);
  const shown = figures.present + figures.changed;
  const when = new Date(report.made).toLocaleString(get().ui === 'de' ? 'de-DE' : 'en-GB');
  return h(
    'main',
    { className: 'summary' },
    h('p', { className: 'quiet' }, say(texts.made, { when, environment: report.environment })),
    h(
      'ul',
      { className: 'tiles' },
      tile(say(texts.figuresOf, { count: shown, all: figures.all }), figures.missing === 0),
      tile(say(texts.changedCount, { count: figures.changed }), true),
      tile(say(texts.stepsOf, { count: steps.shown, all: steps.all }), steps.shown === steps.all),
      figures.aside + steps.aside > 0 && tile(say(texts.asideCount, { figures: figures.aside, steps: steps.aside }), true),
    ),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          [texts.language, texts.labelsFound, texts.labelsExplained, texts.labelsMissing, texts.wrong, texts.toLookAt, texts.approvals].map(
            (words) => h('th', { scope: 'col' }, say(words)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        languages.map(({ language, labels, wrong, look, approvals }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, say(texts.languages[language])),
            [`${labels.found} / ${labels.all}`, `${labels.explained}`, `${labels.missing}`, `${wrong}`, `${look}`].map((value) =>
              h('td', {}, value),
            ),
            h(
              'td',
              {},
              (['approved', 'rejected', 'changed', 'new'] as const)
                .filter((state) => approvals[state] > 0)
                .map((state) => `${approvals[state]} ${say(texts.states[state])}`)
                .join(', '),
            ),
          ),
        ),
      ),
    ),
    report.articles.map(article),
  );
}

const tile = (words: string, good: boolean) => h('li', { className: good ? 'good' : 'bad' }, words);

function reasonOf(scene: string | undefined): string {
  const changed = data().scenes.find(({ id }) => id === scene)?.changed;
  return changed ? say(changed) : '';
}

function article({ title, name, units }: ArticleView): HTMLElement {
  const figures = units.flatMap(({ figures }) => figures);
  const unbound = units.filter(
    ({ kind, scenes, figures, aside }) => !aside && ((scenes.length === 0 && kind !== 'text') || figures.some(({ scene }) => !scene)),
  );
  const labels = units.flatMap((unit) => unit.labels.filter(({ outcome }) => outcome !== 'found').map((label) => ({ unit, label })));
  return h(
    'section',
    { className: 'article' },
    h('h2', {}, title),
    h('p', { className: 'quiet' }, name),
    figures.length > 0 &&
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            [texts.figure, texts.status, texts.reason].map((words) => h('th', { scope: 'col' }, say(words))),
          ),
        ),
        h(
          'tbody',
          {},
          [...new Map(figures.map((figure) => [figure.image, figure])).values()].map(({ image, alt, scene, status }) =>
            h(
              'tr',
              {},
              h(
                'td',
                {},
                scene === undefined
                  ? image
                  : h(
                      'button',
                      { type: 'button', className: 'link', key: `figure-${image}`, title: alt, on: { click: () => toScene(scene) } },
                      image,
                    ),
              ),
              h('td', {}, statusBadge(status)),
              h('td', {}, reasonOf(scene)),
            ),
          ),
        ),
      ),
    h('h3', {}, say(texts.unbound)),
    unbound.length === 0
      ? h('p', {}, say(texts.unboundNone))
      : h(
          'ul',
          {},
          unbound.map((unit) =>
            h(
              'li',
              {},
              nameOf(unit),
              unit.figures
                .filter(({ scene }) => !scene)
                .map(({ image }) => ` · ${image}`)
                .join(''),
            ),
          ),
        ),
    leftAside(units),
    labels.length > 0 && h('h3', {}, say(texts.labels)),
    labels.length > 0 &&
      h(
        'ul',
        {},
        labels.map(({ unit, label: { text, language, outcome, reason, kind, scene } }) =>
          h(
            'li',
            {},
            h('strong', {}, `„${text}“`),
            ` (${language}, ${nameOf(unit)}${kind === 'quoted' ? `, ${say(texts.quotedToo)}` : ''}): ${say(texts.outcomes[outcome])}`,
            reason && ` – ${say(reason)}`,
            outcome === 'elsewhere' && ` (${scene})`,
          ),
        ),
      ),
  );
}

/** Sections no scene shows on purpose, each with its reason. */
function leftAside(units: readonly UnitView[]): readonly (HTMLElement | false)[] {
  const sections = new Map<string, Set<string>>();
  for (const { heading, aside } of units) if (aside) sections.set(say(aside), (sections.get(say(aside)) ?? new Set()).add(heading));
  return [
    sections.size > 0 && h('h3', {}, say(texts.asides)),
    sections.size > 0 &&
      h(
        'ul',
        {},
        [...sections].map(([because, headings]) => h('li', {}, because, ' ', h('span', { className: 'quiet' }, [...headings].join(' · ')))),
      ),
  ];
}

const KINDS = { step: texts.step, row: texts.row, text: texts.text } as const;

export const nameOf = ({ heading, kind, number }: Pick<UnitView, 'heading' | 'kind' | 'number'>): string =>
  `${heading}, ${say(KINDS[kind], { number })}`;
