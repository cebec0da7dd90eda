import type { Approvals, Decision } from '../approvals/approvals';
import { portraitOf, type Portrait } from '../approvals/portrait';
import type { BoundArticle, BoundUnit } from '../bind/bind';
import type { Takes } from '../capture/takes';
import type { Scene } from '../scene/scene';
import type { Language } from '../words';
import { labelsIn, type Dictionary } from './dictionary';
import type { Finding, FindingCode, Weight } from './finding';
import { judgeApproval } from './judge-approval';
import { judgeDescription } from './judge-description';
import { findingsOf, judgeLabels, type LabelResult } from './judge-labels';
import { judgeSpelling, judgeWords, type Vocabulary } from './judge-words';
import { THEMES } from '../capture/shot';
import type { Shot, TextFault } from '../capture/shot';

export interface Case {
  bound: readonly BoundArticle[];
  scenes: readonly Scene[];
  takes: Takes;
  languages: readonly Language[];
  vocabulary: Vocabulary;
  dictionary: Dictionary;
  approvals: Approvals;
  environment: string;
}

export interface Verdict {
  labels: ReadonlyMap<BoundUnit, readonly LabelResult[]>;
  findings: readonly Finding[];
}

export const decisionOn = ({ decisions }: Approvals, scene: string, language: Language): Decision | undefined =>
  decisions.find((decision) => decision.scene === scene && decision.language === language);

/** Everything that can be said without a person. */
export function judgeReview(all: Case): Verdict {
  const { scenes, languages, takes, vocabulary } = all;
  const labels = new Map(all.bound.flatMap((article) => article.units.map((unit) => [unit, labelResults(article, unit, all)] as const)));
  const perScreen = scenes.flatMap((scene) => languages.flatMap((language) => judgeScreen(scene, language, all)));
  const perScene = scenes.flatMap((scene) => {
    const shots = Object.fromEntries(languages.map((language) => [language, takes.shot(scene, language)]));
    return judgeWords({ scene: scene.id, shots }, vocabulary);
  });
  const spelling = languages.flatMap((language) => judgeSpelling(language, shotsIn(language, all)));
  return { labels, findings: [...findingsOf([...labels.values()].flat()), ...perScreen, ...perScene, ...spelling] };
}

const shotsIn = (language: Language, { scenes, takes }: Case) =>
  scenes.flatMap((scene) => {
    const shot = takes.shot(scene, language);
    return shot ? [{ scene: scene.id, shot }] : [];
  });

function labelResults(article: BoundArticle, bound: BoundUnit, { languages, dictionary, scenes, takes }: Case): LabelResult[] {
  if (bound.aside) return [];
  return languages.flatMap((language): LabelResult[] => {
    const { known, untranslated } = labelsIn(language, bound.unit, article.article, article.other, dictionary);
    const played = (scene: Scene) => ({ scene, shot: takes.shot(scene, language) });
    const results = judgeLabels(bound.unit, known, language, bound.scenes.map(played), scenes.map(played));
    const unknown = judgeLabels(bound.unit, untranslated, language, [], []).map((result): LabelResult => ({
      ...result,
      outcome: 'untranslated',
    }));
    return [...results, ...unknown];
  });
}

const TEXTS: Record<TextFault['kind'], [FindingCode, Weight]> = {
  clipped: ['text-clipped', 'wrong'],
  shortened: ['text-shortened', 'look'],
  broken: ['word-broken', 'look'],
  overlapping: ['text-overlaps', 'wrong'],
};

/** What can be seen without knowing the article: text that is cut or printed over, colors too close. */
function judgeSight(scene: string, shot: Shot, language: Language): Finding[] {
  const texts = shot.texts.map(({ kind, text, other = '', box }): Finding => {
    const [code, weight] = TEXTS[kind];
    return { code, weight, scene, language, details: { text, other }, box };
  });
  const contrast = THEMES.flatMap((theme) =>
    (shot.contrast[theme] ?? []).map(({ text, ratio, wanted, foreground, background, box }): Finding => {
      const details = { text, ratio: ratio.toFixed(2), wanted: `${wanted}`, foreground, background };
      return { code: 'contrast-low', weight: 'wrong', scene, language, theme, details, box };
    }),
  );
  return [...texts, ...contrast];
}

function judgeScreen(scene: Scene, language: Language, { takes, approvals, environment }: Case): Finding[] {
  const take = takes.get(scene, language);
  if (!take) return [];
  if (!take.ok) {
    const { action, reason } = take.failure;
    return [{ code: 'not-played', weight: 'wrong', scene: scene.id, language, details: { action, reason } }];
  }
  const portrait: Portrait = portraitOf(scene, language, take.shot, environment);
  return [
    ...judgeDescription(scene, take.shot, language),
    ...judgeSight(scene.id, take.shot, language),
    ...judgeApproval(portrait, decisionOn(approvals, scene.id, language)),
  ];
}
