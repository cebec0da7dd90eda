import type { Decision } from '../approvals/approvals';
import { changesOf, minus, movesOf, withoutPosition } from '../approvals/outline';
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

function sameScreen(portrait: Portrait, decision: Decision): boolean {
  return sameParts(portrait, decision) && (!isHere(portrait, decision) || changedThemes(portrait.images, decision).length === 0);
}

const isHere = ({ environment }: Portrait, decision: Decision) => environment === decision.environment;

/** With other fonts other parts fit into the picture; there it is enough that nothing approved has gone from the page. */
function sameParts(portrait: Portrait, { structure, outline, environment }: Decision): boolean {
  if (portrait.structure === structure) return true;
  return portrait.environment !== environment && minus(outline.map(withoutPosition), portrait.page).length === 0;
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
  if (!sameParts(portrait, decision)) {
    const { gone, come } = changesOf(decision.outline, portrait.outline);
    return [{ ...at, code: 'parts-changed', details: { ...details, gone: gone.join('\n'), come: come.join('\n') } }];
  }
  const here = isHere(portrait, decision);
  const pictures = here ? changedThemes(portrait.images, decision) : [];
  const same = portrait.structure === decision.structure;
  const moves = same ? movesOf(decision.outline, portrait.outline, here ? TOLERANCE.here : TOLERANCE.elsewhere) : [];
  const parts = moves.slice(0, 8).map(({ part, by }) => `${part} (${by / 10} %)`);
  return [
    ...(parts.length === 0
      ? []
      : [{ ...at, weight: 'look', code: 'layout-moved', details: { ...details, parts: parts.join('\n') } } as const]),
    ...pictures.map((theme): Finding => ({ ...at, code: 'picture-changed', theme, details })),
  ];
}
