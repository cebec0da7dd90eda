import { unitKey, type Label, type Unit } from '../article/article';
import type { Box, Shot } from '../capture/shot';
import type { Scene } from '../scene/scene';
import type { Language, Words } from '../words';
import type { Finding } from './finding';
import { partSaying, sameButCapitals, spelledOtherwise, withoutMarks } from './readable';

type LabelOutcome = 'found' | 'elsewhere' | 'explained' | 'spelled' | 'missing' | 'untranslated';

/** What became of one label of the article on the screens of one language. */
export interface LabelResult {
  unit: string;
  text: string;
  kind: Label['kind'];
  language: Language;
  outcome: LabelOutcome;
  /** Where it was found, or where it should have been. */
  scene: string | undefined;
  box: Box | undefined;
  /** Why it is meant to be missing; how it is spelled instead. */
  reason: Words | undefined;
}

interface PlayedScene {
  scene: Scene;
  shot: Shot | undefined;
}

/** Looks for every label of a unit: on the screens that show the unit, then on all others of the language. */
export function judgeLabels(
  unit: Unit,
  labels: readonly Label[],
  language: Language,
  own: readonly PlayedScene[],
  all: readonly PlayedScene[],
): LabelResult[] {
  return labels.map((label) => {
    const result = (outcome: LabelOutcome, scene?: string, box?: Box, reason?: Words): LabelResult => ({
      unit: unitKey(unit),
      ...label,
      language,
      outcome,
      scene: scene ?? own[0]?.scene.id,
      box,
      reason,
    });
    const here = find(label.text, own);
    if (here) return result('found', here.scene, here.box);
    const reason = own.map(({ scene }) => scene.explains?.[label.text]).find((reason) => reason !== undefined);
    if (reason) return result('explained', undefined, undefined, reason);
    for (const { scene, shot } of own) {
      const part = shot && spelledOtherwise(shot, label.text);
      if (part && sameButCapitals(withoutMarks(part.name), label.text, language)) return result('found', scene.id, part.box);
      if (part) return result('spelled', scene.id, part.box, { de: part.name, en: part.name });
    }
    const elsewhere = find(label.text, all);
    return elsewhere ? result('elsewhere', elsewhere.scene, elsewhere.box) : result('missing');
  });
}

function find(text: string, screens: readonly PlayedScene[]): { scene: string; box: Box } | undefined {
  for (const { scene, shot } of screens) {
    const part = shot && partSaying(shot, text);
    if (part) return { scene: scene.id, box: part.box };
  }
  return undefined;
}

/** What of it a person has to know. A quoted word that is missing may be prose; a bold one is a label. */
export function findingsOf(results: readonly LabelResult[]): Finding[] {
  return results.flatMap(({ outcome, scene = '', language, kind, text, unit, reason, box }): Finding[] => {
    const details = { label: text, unit };
    if (outcome === 'missing') return [{ code: 'label-missing', weight: kind === 'quoted' ? 'look' : 'wrong', scene, language, details }];
    if (outcome !== 'spelled') return [];
    const seen = reason?.[language] ?? '';
    return [{ code: 'label-spelled', weight: 'look', scene, language, details: { ...details, seen }, ...(box && { box }) }];
  });
}
