import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Outlet } from 'react-router';
import { palette } from '../theme/theme';
import type { BladeHandle } from './blade-handle';
import { LeaveDialog } from './leave-dialog';
import { DirtyBlades } from './leave-guard';
import { usePrepareNextBlades } from './prepare-blades';
import { StackProvider, type BladeWindow, type StackContext } from './stack-context';
import { Trail } from './trail';
import { useArrival } from './use-arrival';
import { useOpenBlades } from './use-open-blades';
import { firstVisible, type BladeSize } from './visible-blades';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', height: '100%', minWidth: 0 },
  columns: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0, overflow: 'hidden', backgroundColor: palette.tresorTileArea },
});

/** The width is told before anything is painted. Until then the window's own is a good guess; asking would lay the page out once more. */
function useWidth() {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(window.innerWidth);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && flushSync(() => setWidth(Math.round(entry.contentRect.width))));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width] as const;
}

/** Blades in columns, as many of the newest as fit; the trail above leads to the others. */
export function BladeStack({ className }: { className?: string }) {
  const styles = useStyles();
  const blades = useOpenBlades();
  const [columns, width] = useWidth();
  const [sizes, setSizes] = useState<ReadonlyMap<BladeHandle, BladeSize>>(new Map());
  const [placed, setWindow] = useState<BladeWindow>({ path: undefined, state: 'usual' });
  const [dirtyBlades] = useState(() => new Map<string, () => void>());
  const announcement = useArrival(blades, columns);
  usePrepareNextBlades();

  const setSize = useCallback((blade: BladeHandle, size: BladeSize) => {
    setSizes((sizes) => (sizes.get(blade) === size ? sizes : new Map(sizes).set(blade, size)));
  }, []);

  const newest = blades.length - 1;
  const state = placed.path === blades.at(-1)?.pathname ? placed.state : 'usual';
  const fitting = firstVisible(
    blades.map(({ handle }) => sizes.get(handle) ?? 'medium'),
    width,
    state === 'minimized',
  );
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
