import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { palette } from '../theme/theme';
import { LeaveDialog } from './leave-dialog';
import { DirtyBlades } from './leave-guard';
import { usePrepareNextBlades } from './prepare-blades';
import { StackProvider, type StackContext } from './stack-context';
import { Trail } from './trail';
import { useArrival } from './use-arrival';
import { useFitting } from './use-fitting';
import { useKeptFocus } from './use-kept-focus';
import { useOpenBlades } from './use-open-blades';
import { useWindows } from './use-windows';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'hidden', backgroundColor: palette.tresorTileArea },
});

/** Blades in columns, as many of the newest as fit; the trail above leads to the others. */
export function BladeStack({ className }: { className?: string }) {
  const styles = useStyles();
  const blades = useOpenBlades();
  const [windows, setWindows] = useWindows(blades);
  const [dirtyBlades] = useState(() => new Map<string, () => void>());
  const { columns, fitting, setSize } = useFitting(blades, windows.folded);
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
      setSize,
      blades,
    };
  }, [fitting, windows, setWindows, setSize, blades]);

  return (
    <StackProvider value={stack}>
      <DirtyBlades value={dirtyBlades}>
        <div className={mergeClasses(styles.stack, className)}>
          {blades.length > 0 && (
            <>
              <h1 className="visually-hidden">Tresor</h1>
              <Trail blades={blades} />
            </>
          )}
          <div ref={columns} className={styles.columns}>
            <Outlet />
          </div>
          <output className="visually-hidden">{announcement}</output>
        </div>
        <LeaveDialog />
      </DirtyBlades>
    </StackProvider>
  );
}
