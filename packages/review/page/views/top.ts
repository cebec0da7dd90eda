import { h } from '../dom';
import { get, say, set, type Look, type State, type Tab } from '../state';
import { keepChoices, save } from '../storage';
import { texts } from '../texts';

const TABS: readonly Tab[] = ['summary', 'figures', 'board', 'findings'];
const LOOKS: readonly Look[] = ['system', 'light', 'dark'];

/** Several that exclude each other, as buttons. */
export function choice<T extends string>(
  name: string,
  key: string,
  options: readonly { id: T; text: string }[],
  now: T,
  choose: (id: T) => void,
): HTMLElement {
  const buttons = options.map(({ id, text }) =>
    h('button', { type: 'button', key: `${key}-${id}`, aria: { pressed: id === now }, on: { click: () => choose(id) } }, text),
  );
  const group = h('div', { className: 'choice', role: 'group', aria: { label: name } }, buttons);
  return group;
}

/** A choice this person keeps. */
function change(more: Pick<Partial<State>, 'ui' | 'look'>): void {
  set(more);
  keepChoices();
}

export function top(): HTMLElement {
  const { tab, ui, look, unsaved } = get();
  return h(
    'header',
    {},
    h('h1', {}, say(texts.title)),
    h(
      'nav',
      { aria: { label: say(texts.pages) } },
      TABS.map((id) =>
        h(
          'button',
          { type: 'button', key: `tab-${id}`, aria: { current: id === tab ? 'page' : undefined }, on: { click: () => set({ tab: id }) } },
          say(texts[id]),
        ),
      ),
    ),
    h('div', { className: 'space' }),
    unsaved > 0 && h('span', { className: 'unsaved' }, say(texts.unsaved, { count: unsaved })),
    h(
      'button',
      { type: 'button', key: 'save', className: unsaved > 0 ? 'primary' : '', on: { click: () => void save() } },
      say(texts.save),
    ),
    choice(
      say(texts.pageLanguage),
      'ui',
      [
        { id: 'de', text: 'DE' },
        { id: 'en', text: 'EN' },
      ],
      ui,
      (id) => change({ ui: id }),
    ),
    h(
      'select',
      {
        key: 'look',
        ariaLabel: say(texts.look),
        fill: (value) => change({ look: LOOKS.find((id) => id === value) ?? 'system' }),
      },
      LOOKS.map((id) => h('option', { value: id, selected: id === look }, say(texts.looks[id]))),
    ),
  );
}
