import { THEMES } from '../../src/capture/shot';
import type { SceneView } from '../../src/report/data';
import { h } from '../dom';
import { data, get, picture, say, set, type Pairing, type View } from '../state';
import { texts } from '../texts';
import { choice } from './top';

const VIEWS: readonly View[] = ['side', 'onion', 'wipe', 'parts'];
const PAIRS: readonly Pairing[] = ['article', 'languages', 'approved'];

export const ZOOMS = { least: 0.25, most: 4, step: 1.25 } as const;

/** What is shown, and how. */
export function bar(scene: SceneView): HTMLElement {
  const { view, pair, language, zoom, mix, spots } = get();
  const stacked = (view === 'onion' || view === 'wipe') && pair !== 'approved';
  return h(
    'div',
    { className: 'bar' },
    choice(
      say(texts.view),
      'view',
      VIEWS.map((id) => ({ id, text: say(texts.views[id]) })),
      view,
      (id) => set({ view: id }),
    ),
    choice(
      say(texts.pair),
      'pair',
      PAIRS.map((id) => ({ id, text: say(texts.pairs[id]) })),
      pair,
      (id) => set({ pair: id }),
    ),
    choice(
      say(texts.screenLanguage),
      'language',
      data().languages.map((id) => ({ id, text: say(texts.languages[id]) })),
      language,
      (id) => set({ language: id }),
    ),
    strip(scene),
    h(
      'div',
      { className: 'choice', role: 'group', aria: { label: say(texts.zoom) } },
      h(
        'button',
        {
          type: 'button',
          key: 'zoom-out',
          ariaLabel: say(texts.zoomOut),
          on: { click: () => set({ zoom: Math.max(ZOOMS.least, (zoom ?? 1) / ZOOMS.step) }) },
        },
        '−',
      ),
      h(
        'button',
        { type: 'button', key: 'zoom-fit', on: { click: () => set({ zoom: undefined }) } },
        zoom === undefined ? say(texts.fit) : `${Math.round(zoom * 100)} %`,
      ),
      h(
        'button',
        {
          type: 'button',
          key: 'zoom-in',
          ariaLabel: say(texts.zoomIn),
          on: { click: () => set({ zoom: Math.min(ZOOMS.most, (zoom ?? 1) * ZOOMS.step) }) },
        },
        '+',
      ),
    ),
    h(
      'label',
      {},
      h('input', { type: 'checkbox', key: 'spots', checked: spots, on: { change: () => set({ spots: !spots }) } }),
      ` ${say(texts.spots)}`,
    ),
    stacked &&
      h(
        'label',
        {},
        `${say(texts.mix)} `,
        h('input', {
          type: 'range',
          key: 'mix',
          min: '0',
          max: '100',
          value: `${mix}`,
          fill: (value) => set({ mix: Number(value) }),
        }),
      ),
  );
}

/** The three looks of a screen, small; a click takes one. */
function strip({ takes }: SceneView): HTMLElement {
  const { language, theme } = get();
  const take = takes[language];
  return h(
    'div',
    { className: 'strip', role: 'group', aria: { label: say(texts.theme) } },
    THEMES.filter((id) => take?.pictures[id]).map((id) =>
      h(
        'button',
        {
          type: 'button',
          key: `theme-${id}`,
          aria: { pressed: id === theme },
          title: say(texts.themes[id]),
          on: { click: () => set({ theme: id }) },
        },
        h('img', { src: picture(take?.pictures[id]), alt: say(texts.themes[id]) }),
      ),
    ),
  );
}
