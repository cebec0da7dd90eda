import { expect, test } from 'vitest';
import type { Finding } from '../judge/finding';
import type { ArticleView, DocumentView } from './data';
import { documentSentence } from './document-words';
import { pictureOf } from './pictures';
import { isWhole, summaryOf } from './summary';

const document: DocumentView = { file: 'tea.txt', name: 'making-tea', by: 'title', instead: undefined };
const wrong: Finding = { code: 'label-missing', weight: 'wrong', scene: 'a', language: 'de', details: {} };
const figure = (image: string, scene: string | undefined, lacking?: string) => ({
  image,
  alt: '',
  scene,
  lacking,
  status: 'present' as const,
});
const unit = (scenes: string[], ...figures: ReturnType<typeof figure>[]): ArticleView['units'][number] => ({
  key: 'boil/1',
  kind: 'step',
  number: 1,
  heading: 'Boil',
  paragraphs: [],
  labels: [],
  figures,
  scenes,
  aside: undefined,
});
const article = (...units: ArticleView['units']): ArticleView => ({ name: 'making-tea', title: 'Tea', language: 'en', units, idle: [] });

test('a review is whole only where each document was bound, nothing lacks a scene and nothing is wrong', () => {
  expect(isWhole({ documents: [document], findings: [{ ...wrong, weight: 'look' }] }, [])).toBe(true);
  expect(isWhole({ documents: [document, { ...document, by: undefined }], findings: [] }, [])).toBe(false);
  expect(isWhole({ documents: [document], findings: [] }, ['boil/2'])).toBe(false);
  expect(isWhole({ documents: [document], findings: [wrong] }, [])).toBe(false);
});

test('a document is told with what it was taken for and by what', () => {
  expect(documentSentence(document, 'en')).toBe('tea.txt is the article “making-tea”, known by its title.');
  expect(documentSentence({ ...document, instead: 'b.md' }, 'en')).toBe('tea.txt is the same article as b.md and stays aside.');
  expect(documentSentence({ ...document, name: undefined, by: undefined }, 'de')).toBe('tea.txt ist kein Artikel, den die Szenen kennen.');
});

test('pictures that are not at hand are counted beside the figures that have their screen', () => {
  const articles = [article(unit(['a'], figure('kettle', 'a', './kettle.png')), unit(['b'], figure('cup', 'b')))];
  const { figures } = summaryOf({ articles, scenes: [], findings: [], languages: [] });
  expect(figures).toMatchObject({ all: 2, present: 2, lacking: ['./kettle.png'] });
});

test('a label that nobody has words for in a language is one of all, and not found', () => {
  const label = {
    unit: 'boil/1',
    text: 'Kettle',
    kind: 'bold' as const,
    language: 'de' as const,
    scene: undefined,
    box: undefined,
    reason: undefined,
  };
  const labels = [
    { ...label, outcome: 'found' as const },
    { ...label, outcome: 'untranslated' as const },
  ];
  const [german] = summaryOf({ articles: [article({ ...unit(['a']), labels })], scenes: [], findings: [], languages: ['de'] }).languages;
  expect(german?.labels).toEqual({ all: 2, found: 1, explained: 0, missing: 0, untranslated: 1 });
});

test('only a step whose text has no picture is said to have none', () => {
  const articles = [
    article(
      unit(['own', 'beside'], figure('kettle', 'own')),
      unit(['gone', 'gone-too'], figure('cup', 'gone', './cup.png')),
      unit(['unbound'], figure('spoon', undefined)),
      unit(['none']),
    ),
  ];
  expect(['beside', 'gone', 'gone-too', 'unbound', 'none', 'elsewhere'].map((scene) => pictureOf(scene, articles))).toEqual([
    { at: 'scene', scene: 'own' },
    { at: 'lacking', file: './cup.png' },
    { at: 'lacking', file: './cup.png' },
    { at: 'unbound', image: 'spoon' },
    { at: 'nowhere' },
    undefined,
  ]);
});
