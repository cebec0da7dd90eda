import { h } from '../dom';
import { stateOf } from '../decide';
import { data, picture, say, get, set, toScene } from '../state';
import { texts } from '../texts';
import { counts, stateBadge } from './badges';
import { choice } from './top';

/** All screens at once. */
export function board(): HTMLElement {
  const { language, theme } = get();
  const { scenes, languages, themes } = data();
  return h(
    'main',
    { className: 'board' },
    h(
      'div',
      { className: 'bar' },
      choice(
        say(texts.screenLanguage),
        'board-language',
        languages.map((id) => ({ id, text: say(texts.languages[id]) })),
        language,
        (id) => set({ language: id }),
      ),
      choice(
        say(texts.theme),
        'board-theme',
        themes.map((id) => ({ id, text: say(texts.themes[id]) })),
        theme,
        (id) => set({ theme: id }),
      ),
    ),
    h(
      'ul',
      { className: 'sheets', key: 'sheets' },
      scenes.map((scene) => {
        const take = scene.takes[language];
        const source = picture(take?.pictures[theme] ?? take?.mishap?.picture);
        return h(
          'li',
          {},
          h(
            'button',
            { type: 'button', key: `sheet-${scene.id}`, on: { click: () => toScene(scene.id) } },
            source === '' ? h('span', { className: 'empty' }, say(texts.notTaken)) : h('img', { src: source, alt: '', loading: 'lazy' }),
            h('span', { className: 'name' }, say(scene.title)),
            stateBadge(stateOf(scene, language)),
            counts(scene.id, language),
          ),
        );
      }),
    ),
  );
}
