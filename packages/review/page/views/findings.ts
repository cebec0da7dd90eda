import type { Finding } from '../../src/judge/finding';
import { sentence } from '../../src/report/finding-words';
import { h } from '../dom';
import { data, get, say, set, toScene } from '../state';
import { texts } from '../texts';
import { choice } from './top';

export const findingKey = (finding: Finding): string => `finding-${data().findings.indexOf(finding)}`;

/** Every finding, scene by scene; a click shows the place. */
export function findings(): HTMLElement {
  const { onlyWrong, ui } = get();
  const { scenes, findings } = data();
  const shown = findings.filter(({ weight }) => !onlyWrong || weight === 'wrong');
  return h(
    'main',
    { className: 'findings' },
    h(
      'div',
      { className: 'bar' },
      choice(
        say(texts.findings),
        'weight',
        [
          { id: 'all', text: say(texts.allFindings) },
          { id: 'wrong', text: say(texts.onlyWrong) },
        ],
        onlyWrong ? 'wrong' : 'all',
        (id) => set({ onlyWrong: id === 'wrong' }),
      ),
    ),
    shown.length === 0 && h('p', {}, say(texts.noFindings)),
    [...scenes.map(({ id, title }) => ({ id, title: say(title) })), { id: '', title: say(texts.article) }].map(({ id, title }) => {
      const own = shown.filter(({ scene }) => scene === id);
      return (
        own.length > 0 &&
        h(
          'section',
          {},
          h('h2', {}, title),
          h(
            'ul',
            {},
            own.map((finding) => h('li', {}, row(finding, ui))),
          ),
        )
      );
    }),
  );
}

const row = (finding: Finding, ui: 'de' | 'en') =>
  h(
    'button',
    {
      type: 'button',
      className: `finding ${finding.weight}`,
      key: findingKey(finding),
      on: {
        click: () =>
          finding.scene !== '' &&
          toScene(finding.scene, { language: finding.language, theme: finding.theme ?? 'light', lit: findingKey(finding) }),
      },
    },
    h('span', { className: `badge ${finding.weight}` }, say(finding.weight === 'wrong' ? texts.wrong : texts.toLookAt)),
    h('span', { className: 'quiet' }, ` ${finding.language}${finding.theme ? `, ${say(texts.themes[finding.theme])}` : ''} `),
    h('span', { className: 'words' }, sentence(finding, ui)),
  );
