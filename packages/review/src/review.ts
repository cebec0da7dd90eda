import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { readApprovals } from './approvals/read-approvals';
import { DocsError, findArticles, otherLanguage } from './article/find-articles';
import { bindArticle, missingOf, type BoundArticle, type Missing } from './bind/bind';
import { recognizeAll, type Document, type Known } from './bind/recognize';
import type { Stage } from './capture/act';
import { openBrowser } from './capture/browser';
import { playJourney } from './capture/play-journey';
import type { Take, Theme } from './capture/shot';
import { Takes } from './capture/takes';
import { dictionaryOf } from './judge/dictionary';
import type { Vocabulary } from './judge/judge-words';
import type { ReportData } from './report/data';
import { Album } from './report/album';
import { makeReport } from './report/make-report';
import { pageWith } from './report/page';
import type { Aside, Journey, Scene } from './scene/scene';
import { LANGUAGES, type Language } from './words';

interface ReviewOptions {
  /** Where the documents lie; without, the journeys are played and judged on their own. */
  docs: string | undefined;
  /** What was read there. */
  documents: readonly Document[];
  journeys: readonly Journey[];
  /** What of the documents no scene shows on purpose. */
  asides: readonly Aside[];
  vocabulary: Vocabulary;
  /** Where the product is played, one stage for each language. */
  stages: Partial<Record<Language, Stage>>;
  themes: readonly Theme[];
  /** Measure contrast in light and dark. */
  contrast: boolean;
  /** Folder of the report. */
  out: string;
  /** File in the repository that holds approvals and comments. */
  approvals: string;
  chromium: string | undefined;
  /** Told of every scene when it has been played. */
  progress(language: Language, scene: Scene, take: Take): void;
}

interface ReviewResult {
  data: ReportData;
  missing: readonly Missing[];
  bound: readonly BoundArticle[];
  /** The report's file. */
  file: string;
}

const SAMPLE = 'Sicherungsrichtlinie Wiederherstellen 0123456789 Iil1 —';
const FAMILIES = ['Segoe UI', 'system-ui', 'sans-serif', 'monospace'];

/** Where pictures come out the same, byte for byte: this browser with these fonts. */
async function environmentOf(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  const widths = await page.evaluate(
    ([sample, families]) => {
      const pen = document.createElement('canvas').getContext('2d');
      return families.map((family) => {
        if (pen) pen.font = `32px "${family}", ${family}`;
        return pen?.measureText(sample).width ?? 0;
      });
    },
    [SAMPLE, FAMILIES] as const,
  );
  await page.close();
  const fonts = createHash('sha256').update(widths.join()).digest('hex').slice(0, 8);
  return `Chromium ${browser.version()} on ${process.platform} ${process.arch}, fonts ${fonts}`;
}

/** Reads the documents, walks the product, lays both side by side and says what it found. */
export async function review(options: ReviewOptions): Promise<ReviewResult> {
  const bound = bindAll(options.documents, options);
  const wanted = new Set(bound.flatMap(({ journeys }) => journeys));
  const journeys = options.docs === undefined ? options.journeys : options.journeys.filter((journey) => wanted.has(journey));

  const browser = await openBrowser(options.chromium);
  const environment = await environmentOf(browser);
  const takes = new Takes();
  const languages = LANGUAGES.filter((language) => options.stages[language]);
  await Promise.all(
    languages.map(async (language) => {
      const stage = options.stages[language];
      const { themes, contrast } = options;
      const onTake = (scene: Scene, take: Take) => {
        takes.set(scene, language, take);
        options.progress(language, scene, take);
      };
      if (!stage) return;
      for (const journey of journeys) await playJourney(journey, { browser, stage, language, themes, contrast, onTake });
    }),
  );
  await browser.close();

  const album = new Album(join(options.out, 'pictures'));
  const scenes = journeys.flatMap(({ scenes }) => scenes);
  const approvals = readApprovals(options.approvals);
  const { vocabulary, themes, documents, docs = '' } = options;
  const all = { bound, scenes, takes, languages, vocabulary, dictionary: dictionaryOf(journeys), approvals, environment };
  const data = makeReport(all, { journeys, docs, documents, themes, album });
  const file = join(options.out, 'index.html');
  writeFileSync(file, pageWith(data));
  return { data, missing: bound.flatMap(missingOf), bound, file };
}

/** The documents of a folder, or the one a file is, each taken for the article that it says it is. */
export function readDocuments(docs: string, known: Known): Document[] {
  const documents = recognizeAll(findArticles(docs), known);
  if (documents.length === 0) throw new DocsError(`There is nothing to read in ${docs}: no text there has a step, a table or a figure.`);
  return documents;
}

/** One article a name: the German one where there are both, its English sister beside it. */
function bindAll(documents: readonly Document[], { journeys, asides }: ReviewOptions): BoundArticle[] {
  const articles = documents.flatMap(({ recognized, instead }) => (recognized && instead === undefined ? [recognized] : []));
  const names = [...new Set(articles.map(({ article }) => article.name))];
  return names.flatMap((name) => {
    const versions = articles.flatMap(({ article }) => (article.name === name ? [article] : []));
    const article = versions.find(({ language }) => language === 'de') ?? versions[0];
    if (!article) return [];
    const other = versions.find(({ language }) => language !== article.language) ?? otherLanguage(article);
    return [bindArticle(article, other, journeys, asides)];
  });
}
