import { h } from '../dom';
import { stateOf } from '../decide';
import { data, get, say, sceneNow, toScene } from '../state';
import { texts } from '../texts';
import { counts, stateBadge } from './badges';
import { bar } from './bar';
import { side } from './side';
import { sentences } from './sentences';
import { viewer } from './viewer';

/** One scene: what the article says, its picture, ours, and what is to be said about them. */
export function figure(): HTMLElement {
  const scene = sceneNow();
  return h(
    'div',
    { className: 'figure' },
    list(),
    scene
      ? h(
          'main',
          { key: 'stage' },
          h('h2', { key: 'scene-title' }, say(scene.title), ' ', stateBadge(stateOf(scene, get().language))),
          sentences(scene),
          bar(scene),
          viewer(scene),
        )
      : h('main', {}),
    scene && side(scene),
  );
}

function list(): HTMLElement {
  const { scene, language } = get();
  const journeys = [...new Map(data().scenes.map(({ journey, journeyTitle }) => [journey, journeyTitle])).entries()];
  return h(
    'nav',
    { className: 'list', key: 'list', aria: { label: say(texts.scenes) } },
    journeys.map(([journey, title]) => [
      h('h2', {}, say(title)),
      h(
        'ol',
        {},
        data()
          .scenes.filter((candidate) => candidate.journey === journey)
          .map((candidate) =>
            h(
              'li',
              {},
              h(
                'button',
                {
                  type: 'button',
                  key: `scene-${candidate.id}`,
                  aria: { current: candidate.id === scene ? 'true' : undefined },
                  on: { click: () => toScene(candidate.id) },
                },
                h('span', { className: 'name' }, say(candidate.title)),
                h('span', { className: `dot ${stateOf(candidate, language)}`, title: say(texts.states[stateOf(candidate, language)]) }),
                counts(candidate.id, language),
              ),
            ),
          ),
      ),
    ]),
  );
}
