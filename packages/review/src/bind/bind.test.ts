import { expect, test } from 'vitest';
import { unitKey } from '../article/article';
import { parseArticle } from '../article/parse-article';
import { figure, step, the } from '../scene/say';
import type { Journey, Scene } from '../scene/scene';
import { name } from '../words';
import { bindArticle, missingOf } from './bind';

const article = parseArticle(
  '## <a name="boil"></a>Boil\n1. **Kettle** ![k](kettle.png)\n2. **Cup** ![c](cup.png) ![d](saucer.png)\n3. **Spoon**\n',
  '/docs/making-tea.md',
);
const scene = (id: string, ...binds: Scene['binds']): Scene => ({
  id,
  title: name(id),
  binds,
  actions: [],
  ready: the('button'),
  describes: {},
});
const journey = (...scenes: Scene[]): Journey => ({
  id: 'tea',
  title: name('Tea'),
  articles: ['making-tea'],
  seed: 'contoso',
  person: 'Adele',
  scenes,
});

test('a step is shown by the scenes of its figures and by those that name it', () => {
  const bound = bindArticle(article, undefined, [journey(scene('a', figure('kettle')), scene('b', step(1, 'boil')), scene('c', step(3)))]);
  expect(bound.units.map(({ scenes }) => scenes.map(({ id }) => id))).toEqual([['a', 'b'], [], ['c']]);
});

test('figures and steps without a scene are missing, never skipped', () => {
  const bound = bindArticle(article, undefined, [journey(scene('a', figure('kettle')), scene('b', figure('cup')))]);
  expect(missingOf(bound).map(({ unit, figure }) => [unitKey(unit), figure?.image])).toEqual([
    ['boil/2', 'saucer'],
    ['boil/3', undefined],
  ]);
});

test('a scene that names something the article does not have is told', () => {
  const bound = bindArticle(article, undefined, [journey(scene('a', figure('teapot')), scene('b', step(1, 'brew')), scene('c'))]);
  expect(bound.idle.map(({ id }) => id)).toEqual(['a', 'b']);
});

test('journeys of other articles play no part', () => {
  const other = { ...journey(scene('a', figure('kettle'))), articles: ['making-coffee'] };
  expect(bindArticle(article, undefined, [other]).units[0]?.scenes).toEqual([]);
});

test('what no scene shows on purpose says why and is not missing', () => {
  const because = name('Nothing to see.');
  const kettle = journey(scene('a', figure('kettle')));
  const whole = bindArticle(article, undefined, [kettle], [{ article: 'making-tea', because }]);
  expect(whole.units.map(({ aside }) => aside)).toEqual([undefined, because, because]);
  expect(missingOf(whole)).toEqual([]);
  expect(missingOf(bindArticle(article, undefined, [kettle], [{ article: 'making-tea', sections: ['pour'], because }]))).toHaveLength(3);
});

test('a journey may play the steps of several articles; only its first one misses what is not named', () => {
  const both = { ...journey(scene('a', figure('kettle')), scene('b', step(1, 'brew'))), articles: ['making-coffee', 'making-tea'] };
  expect(bindArticle(article, undefined, [both])).toMatchObject({ idle: [], units: [{ scenes: [{ id: 'a' }] }, {}, {}] });
});
