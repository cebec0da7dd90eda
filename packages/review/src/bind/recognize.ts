import type { Article } from '../article/article';
import { slug } from '../article/parse-article';
import { wordsOf } from '../judge/dictionary';
import { holds } from '../judge/readable';
import type { Aside, Journey, KnownArticle } from '../scene/scene';
import { bindArticle } from './bind';

/** What of a document said which article it is; the strongest first. */
const SIGNS = ['asset-id', 'title', 'structure', 'file-name', 'words'] as const;
export type Sign = (typeof SIGNS)[number];

/** What the scenes know of articles. */
export interface Known {
  articles: readonly KnownArticle[];
  journeys: readonly Journey[];
  asides: readonly Aside[];
}

interface Recognized {
  /** The article, by the name the scenes know it by. */
  article: Article;
  by: Sign;
}

/** A document that was read, and what it was taken for. */
export interface Document {
  file: string;
  /** Nothing where it is no article the scenes know. */
  recognized: Recognized | undefined;
  /** Another document that is the same article in the same language, and is laid beside the product instead. */
  instead: string | undefined;
}

const HALF = 0.5;

/** The part of an article's steps, rows and figures that the scenes of a known article name. */
function shareNamed(article: Article, name: string, { journeys, asides }: Known): number {
  const bySection = asides.filter(({ sections }) => sections !== undefined);
  const { units } = bindArticle({ ...article, name }, undefined, journeys, bySection);
  return units.filter(({ scenes, aside }) => scenes.length > 0 || aside !== undefined).length / Math.max(1, units.length);
}

/** Of two articles that share their scenes, the one that tells them. */
const TIE = 1e-3;
const structureOf = (article: Article, name: string, known: Known) => {
  const telling = known.journeys.filter(({ articles }) => articles[0] === name);
  return shareNamed(article, name, known) + TIE * shareNamed(article, name, { ...known, journeys: telling });
};

/** A single common word says nothing; two words together, or a long one, are a label. */
const isTelling = (words: string) => /\S\s\S/.test(words) || words.length >= 12;
const LEAST_WORDS = 5;

/** How many labels of the scenes that tell this article stand in the text. */
function wordsNamed({ text, language }: Article, name: string, { journeys }: Known): number {
  const own = journeys.filter(({ articles }) => articles[0] === name).flatMap(({ scenes }) => scenes.flatMap(wordsOf));
  const labels = new Set(own.map((words) => words[language]).filter(isTelling));
  return [...labels].filter((label) => holds(text, label)).length;
}

/** The one with the highest value, when it is high enough and no other is as high. */
function best(known: Known, least: number, valueOf: (name: string) => number): KnownArticle | undefined {
  const ranked = known.articles.map((one) => ({ one, value: valueOf(one.name) })).toSorted((a, b) => b.value - a.value);
  const [first, second] = ranked;
  return first && first.value >= least && first.value > (second?.value ?? 0) ? first.one : undefined;
}

const RECOGNIZE: Record<Sign, (article: Article, known: Known) => KnownArticle | undefined> = {
  'asset-id': ({ assetId }, { articles }) => articles.find((known) => assetId !== undefined && known.assetId === assetId),
  title: ({ titles }, { articles }) => articles.find((known) => known.titles.some((title) => titles.includes(slug(title)))),
  structure: (article, known) => best(known, HALF, (name) => structureOf(article, name, known)),
  'file-name': ({ name }, { articles }) => articles.find((known) => known.name === name),
  words: (article, known) => best(known, LEAST_WORDS, (name) => wordsNamed(article, name, known)),
};

/** Which article a document is, by what it says of itself; its file name counts only where it says nothing. */
export function recognize(article: Article, known: Known): Recognized | undefined {
  for (const by of SIGNS) {
    const found = RECOGNIZE[by](article, known);
    if (found) return { article: { ...article, name: found.name }, by };
  }
  return undefined;
}

/** Takes each document for an article; where two are the same, the one that says so more strongly, and of which more is known. */
export function recognizeAll(articles: readonly Article[], known: Known): Document[] {
  const all = articles.map((article) => ({ article, recognized: recognize(article, known) }));
  const rank = ({ article, by }: Recognized) => SIGNS.indexOf(by) - shareNamed(article, article.name, known);
  const chosen = new Map<string, Recognized>();
  for (const { recognized } of all.filter(({ article }) => article.units.length > 0)) {
    if (!recognized) continue;
    const { name, language } = recognized.article;
    const rival = chosen.get(`${language} ${name}`);
    if (!rival || rank(recognized) < rank(rival)) chosen.set(`${language} ${name}`, recognized);
  }
  return all
    .filter(({ article, recognized }) => recognized !== undefined || article.units.length > 0)
    .map(({ article: { file, language }, recognized }) => {
      const winner = recognized && chosen.get(`${language} ${recognized.article.name}`);
      return { file, recognized, instead: winner && winner !== recognized ? winner.article.file : undefined };
    });
}
