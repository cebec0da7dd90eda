import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState, useCallback } from 'react';
import { Outlet, useLocation } from 'react-router';
import { palette } from '../theme/theme';
import { LeaveDialog } from './leave-dialog';
import { DirtyBlades } from './leave-guard';
import { LeavingFocus } from './leaving-focus';
import { usePrepareNextBlades } from './prepare-blades';
import { StackProvider, type StackContext, type BladeWindows } from './stack-context';
import { Trail } from './trail';
import { useArrival } from './use-arrival';
import { useFitting } from './use-fitting';
import { useKeptFocus } from './use-kept-focus';
import { useOpenBlades, type OpenBlade } from './use-open-blades';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'hidden', backgroundColor: palette.tresorTileArea },
});

const USUAL: BladeWindows = { folded: new Set(), maximized: undefined };

/** A blade is folded for as long as it stays open behind others. Whatever is opened or returned to is seen, so nothing stays maximized. */
function windowsAfter({ folded }: BladeWindows, before: readonly OpenBlade[], after: readonly OpenBlade[]): BladeWindows {
  const newest = after.length - 1;
  const kept = [...folded].filter((depth) => depth < newest && before[depth]?.pathname === after[depth]?.pathname);
  return kept.length === 0 ? USUAL : { folded: new Set(kept), maximized: undefined };
}

/** How the open blades stand. */
function useWindows(blades: readonly OpenBlade[]): readonly [BladeWindows, (windows: BladeWindows) => void] {
  const { key } = useLocation();
  const [placed, place] = useState({ blades, key, windows: USUAL });
  const newest = blades.length - 1;
  const { folded, maximized } = placed.windows;
  const unseen = folded.has(newest) || (maximized ?? newest) !== newest;
  // A link to the newest blade leads nowhere else, but anyone who follows it wants to see that blade.
  const moved = placed.blades.at(-1)?.pathname !== blades.at(-1)?.pathname || (unseen && placed.key !== key);
  const windows = moved ? windowsAfter(placed.windows, placed.blades, blades) : placed.windows;
  // What stands as usual needs no second drawing to be remembered.
  if (moved && placed.windows !== USUAL) place({ blades, key, windows });
  const set = useCallback((windows: BladeWindows) => place({ blades, key, windows }), [blades, key]);
  return [windows, set];
}

/** Blades in columns, as many of the newest as fit; the trail above leads to the others. */
export function BladeStack() {
  const styles = useStyles();
  const blades = useOpenBlades();
  const [windows, setWindows] = useWindows(blades);
  const [dirtyBlades] = useState(() => new Map<string, () => void>());
  const { columns, fitting } = useFitting(blades, windows.folded);
  const announcement = useArrival(blades, columns);
  useKeptFocus(columns);
  usePrepareNextBlades();

  const stack = useMemo<StackContext>(() => {
    const { folded, maximized } = windows;
    const last = maximized ?? blades.length - 1;
    return {
      first: maximized ?? fitting,
      last,
      leading: maximized ?? blades.findLastIndex((_, depth) => !folded.has(depth)),
      windows,
      setWindows,
      blades,
    };
  }, [fitting, windows, setWindows, blades]);

  return (
    <StackProvider value={stack}>
      <DirtyBlades value={dirtyBlades}>
        <div className={styles.stack}>
          {blades.length > 0 && (
            <>
              <h1 className="visually-hidden">Tresor</h1>
              <Trail blades={blades} />
            </>
          )}
          <div ref={columns} className={styles.columns}>
            <Outlet />
          </div>
          <LeavingFocus blades={blades} />
          <output className="visually-hidden">{announcement}</output>
        </div>
        <LeaveDialog />
      </DirtyBlades>
    </StackProvider>
  );
}
