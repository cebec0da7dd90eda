import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { Outlet } from 'react-router';
import { palette } from '../theme/theme';
import { LeaveDialog } from './leave-dialog';
import { DirtyBlades } from './leave-guard';
import { usePrepareNextBlades } from './prepare-blades';
import { StackProvider, type BladeWindow, type StackContext } from './stack-context';
import { Trail } from './trail';
import { useArrival } from './use-arrival';
import { useFitting } from './use-fitting';
import { useOpenBlades } from './use-open-blades';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'hidden', backgroundColor: palette.tresorTileArea },
});

/** Blades in columns, as many of the newest as fit; the trail above leads to the others. */
export function BladeStack({ className }: { className?: string }) {
  const styles = useStyles();
  const blades = useOpenBlades();
  const [placed, setWindow] = useState<BladeWindow>({ path: undefined, state: 'usual' });
  const [dirtyBlades] = useState(() => new Map<string, () => void>());
  const newest = blades.length - 1;
  const state = placed.path === blades.at(-1)?.pathname ? placed.state : 'usual';
  const { columns, fitting, setSize } = useFitting(blades, state === 'minimized');
  const announcement = useArrival(blades, columns);
  usePrepareNextBlades();

  const stack = useMemo<StackContext>(
    () => ({
      first: state === 'maximized' ? newest : fitting,
      newest,
      maximized: state === 'maximized' ? newest : undefined,
      minimized: state === 'minimized' ? newest : undefined,
      setWindow,
      setSize,
      blades,
    }),
    [fitting, newest, state, setSize, blades],
  );

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
