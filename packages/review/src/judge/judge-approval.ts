import type { Decision } from '../approvals/approvals';
import { changesOf, movesOf } from '../approvals/outline';
import type { Portrait } from '../approvals/portrait';
import { THEMES, type Theme } from '../capture/shot';
import type { Finding } from './finding';

export type ApprovalState = 'new' | 'approved' | 'rejected' | 'changed';

/** Thousandths of the picture a part may move: fonts differ between machines, on one they do not. */
const TOLERANCE = { here: 4, elsewhere: 60 };

/** Whether the last decision still speaks of this very screen. */
export function stateOf(portrait: Portrait, decision: Decision | undefined): ApprovalState {
  if (!decision) return 'new';
  return sameScreen(portrait, decision) ? decision.verdict : 'changed';
}

function sameScreen({ structure, images, environment }: Portrait, decision: Decision): boolean {
  if (structure !== decision.structure) return false;
  if (environment !== decision.environment) return true;
  return changedThemes(images, decision).length === 0;
}

const changedThemes = (images: Portrait['images'], decision: Decision): Theme[] =>
  THEMES.filter((theme) => {
    const [now, then] = [images[theme], decision.images[theme]];
    return now !== undefined && then !== undefined && now !== then;
  });

/** What has changed since a person decided. Only an approved screen can be wronged. */
export function judgeApproval(portrait: Portrait, decision: Decision | undefined): Finding[] {
  if (!decision) return [];
  const { scene, language } = portrait;
  const at = { scene, language, weight: decision.verdict === 'approved' ? 'wrong' : 'look' } as const;
  const details = { who: decision.who, when: decision.when.slice(0, 10) };
  if (portrait.structure !== decision.structure) {
    const { gone, come } = changesOf(decision.outline, portrait.outline);
    return [{ ...at, code: 'parts-changed', details: { ...details, gone: gone.join('\n'), come: come.join('\n') } }];
  }
  const here = portrait.environment === decision.environment;
  const pictures = here ? changedThemes(portrait.images, decision) : [];
  const moves = movesOf(decision.outline, portrait.outline, here ? TOLERANCE.here : TOLERANCE.elsewhere);
  const parts = moves.slice(0, 8).map(({ part, by }) => `${part} (${by / 10} %)`);
  return [
    ...(parts.length === 0
      ? []
      : [{ ...at, weight: 'look', code: 'layout-moved', details: { ...details, parts: parts.join('\n') } } as const]),
    ...pictures.map((theme): Finding => ({ ...at, code: 'picture-changed', theme, details })),
  ];
}
