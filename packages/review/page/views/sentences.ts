import type { Run } from '../../src/article/article';
import type { SceneView } from '../../src/report/data';
import { h } from '../dom';
import { data, get, say, set, takeNow } from '../state';
import { texts } from '../texts';
import { nameOf } from './summary';

/** What the article says at this place; its labels carry the numbers of the picture. */
export function sentences({ id, changed }: SceneView): HTMLElement {
  const units = data().articles.flatMap(({ units, language }) =>
    units.filter(({ scenes }) => scenes.includes(id)).map((unit) => ({ unit, language })),
  );
  return h(
    'div',
    { className: 'sentences', key: `sentences-${id}`, tabIndex: 0, role: 'region', ariaLabel: say(texts.article) },
    units.map(({ unit, language }) =>
      h(
        'blockquote',
        { lang: language },
        h('p', { className: 'quiet' }, nameOf(unit)),
        unit.paragraphs.map((runs) => h('p', {}, runs.map(run))),
      ),
    ),
    changed && h('p', { className: 'changed' }, say(changed)),
  );
}

function run({ text, bold }: Run): HTMLElement | string {
  if (!bold) return text;
  const spot = takeNow()?.hotspots.find(({ label }) => label === text.trim().replace(/[.,;:]$/, ''));
  if (!spot) return h('strong', {}, text);
  const lit = `spot-${spot.number}`;
  return h(
    'button',
    {
      type: 'button',
      className: 'label',
      key: `label-${spot.number}-${text}`,
      aria: { pressed: get().lit === lit },
      on: { click: () => set({ lit: get().lit === lit ? undefined : lit }) },
    },
    h('span', { className: 'number' }, `${spot.number}`),
    h('strong', {}, text),
  );
}
