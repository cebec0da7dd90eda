import { useCallback, useState } from 'react';
import { useLocation } from 'react-router';
import type { BladeWindows } from './stack-context';
import type { OpenBlade } from './use-open-blades';

const USUAL: BladeWindows = { folded: new Set(), maximized: undefined };

/** A blade is folded for as long as it stays open behind others. Whatever is opened or returned to is seen, so nothing stays maximized. */
function windowsAfter({ folded }: BladeWindows, before: readonly OpenBlade[], after: readonly OpenBlade[]): BladeWindows {
  const newest = after.length - 1;
  const kept = [...folded].filter((depth) => depth < newest && before[depth]?.pathname === after[depth]?.pathname);
  return kept.length === 0 ? USUAL : { folded: new Set(kept), maximized: undefined };
}

/** How the open blades stand. */
export function useWindows(blades: readonly OpenBlade[]): readonly [BladeWindows, (windows: BladeWindows) => void] {
  const { key } = useLocation();
  const [placed, place] = useState({ blades, key, windows: USUAL });
  const newest = blades.length - 1;
  const { folded, maximized } = placed.windows;
  const unseen = folded.has(newest) || (maximized ?? newest) !== newest;
  // A link to the newest blade leads nowhere else, but whoever follows it wants to see that blade.
  const moved = placed.blades.at(-1)?.pathname !== blades.at(-1)?.pathname || (unseen && placed.key !== key);
  const windows = moved ? windowsAfter(placed.windows, placed.blades, blades) : placed.windows;
  // What stands as usual needs no second drawing to be remembered.
  if (moved && placed.windows !== USUAL) place({ blades, key, windows });
  const set = useCallback((windows: BladeWindows) => place({ blades, key, windows }), [blades, key]);
  return [windows, set];
}
