import { expect, test } from 'vitest';
import { articles, asides, journeys } from '../..';
import { parseArticle } from '../article/parse-article';
import { figure, see, step, text, the } from '../scene/say';
import type { Journey } from '../scene/scene';
import { name, t } from '../words';
import { recognizeAll, type Known } from './recognize';

const labels = ['Fill the kettle', 'Heat the water', 'Warm the teapot', 'Choose the leaves', 'Pour and wait'];
const tea: Journey = {
  id: 'tea',
  title: name('Tea'),
  articles: ['making-tea', 'first-cup'],
  seed: 'contoso',
  person: 'Adele',
  scenes: [
    {
      id: 'kettle',
      title: t('Kanne', 'Pot'),
      binds: [figure('kettle'), step(1, 'boil'), step(2, 'boil')],
      actions: labels.map((label) => see(text(name(label)))),
      ready: the('button'),
      describes: {},
    },
  ],
};
const known: Known = {
  articles: [
    { name: 'making-tea', assetId: '0a1b', titles: ['Making tea', 'Tee kochen'] },
    { name: 'first-cup', titles: [] },
    { name: 'making-coffee', titles: ['Making coffee'] },
  ],
  journeys: [tea],
  asides: [{ article: 'making-coffee', because: name('No tea.') }],
};
const STEPS = '## Boil\n1. **Kettle** ![k](kettle.png)\n2. Wait.\n';
const read = (file: string, text: string) => parseArticle(text, `/docs/${file}`);
const taken = (...documents: ReturnType<typeof read>[]) =>
  recognizeAll(documents, known).map(({ recognized, instead }) => [recognized?.article.name, recognized?.by, instead]);

test.each([
  ['asset-id', 'x.txt', `---\nms.assetid: 0a1b\n---\n# Making coffee\n${STEPS}`],
  ['title', 'making-coffee.md', `# <a name="making-tea"></a>Anything\n${STEPS}`],
  ['title', 'x', `---\ntitle: Tee kochen | Kitchen Docs\n---\n${STEPS}`],
  ['structure', 'making-coffee.md', `# Anything\n${STEPS}`],
  ['file-name', 'making-tea.txt', '# Anything\n1. **Sugar**\n'],
  ['words', 'x.txt', `1. Anything.\n\n${labels.join('. Then: ')}.`],
])('a document is known by the strongest thing it says: %s', (by, file, text) => {
  expect(taken(read(file, text))).toEqual([['making-tea', by, undefined]]);
});

test('what says nothing is no article, and what holds no step, table or figure is not told of', () => {
  expect(taken(read('x.md', '1. **Sugar**\n'), read('notes.txt', 'Buy sugar.'))).toEqual([[undefined, undefined, undefined]]);
});

test('of two that are the same article in the same language, the one that says so more strongly is taken, and the other is named', () => {
  const weak = read('a.md', `# Making tea\nthe and you\n${STEPS}`);
  const strong = read('b.md', `---\nms.assetid: 0a1b\n---\nthe and you\n${STEPS}`);
  const older = read('c.md', '---\nms.assetid: 0a1b\n---\nthe and you\n1. **Sugar**\n');
  expect(taken(weak, older, strong).map(([, , instead]) => instead)).toEqual(['/docs/b.md', '/docs/b.md', undefined]);
});

test('each article that the scenes or the asides name says how it is known', () => {
  const named = [...journeys.flatMap(({ articles }) => articles), ...asides.map(({ article }) => article)];
  expect(named.filter((article) => !articles.some(({ name }) => name === article))).toEqual([]);
});
