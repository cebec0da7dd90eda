import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ReOrderDotsVertical20Regular } from '@fluentui/react-icons';
import type { RecoveryMachineView } from '@tresor/contracts';
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import { useText } from '../../../language/use-text';
import { messages } from './messages';

type Machine = Pick<RecoveryMachineView, 'item' | 'wave'>;

const useStyles = makeStyles({
  handle: {
    display: 'inline-grid',
    placeItems: 'center',
    flexShrink: 0,
    width: '26px',
    height: '30px',
    padding: 0,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: '1px solid transparent',
    cursor: 'grab',
    // A finger on it moves the machine, not the page.
    touchAction: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '@media (pointer: coarse)': { width: '36px', height: '36px' },
  },
  bar: {
    position: 'fixed',
    left: 0,
    right: 0,
    bottom: 0,
    zIndex: 10,
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '10px',
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
  },
  target: {
    flexGrow: 1,
    minWidth: '88px',
    padding: '12px 6px',
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `2px dashed ${tokens.colorNeutralStroke1}`,
  },
  own: { border: `2px solid ${tokens.colorNeutralStroke1}` },
  over: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `2px solid ${tokens.colorBrandBackground}`,
    '@media (forced-colors: active)': { border: '2px solid Highlight', outline: '2px solid Highlight' },
  },
});

/** So far a pointer goes before it drags: a press alone moves nothing. */
const FAR = 5;

const waveAt = (x: number, y: number): number | null => {
  const place = document.elementFromPoint(x, y)?.closest('[data-wave]')?.getAttribute('data-wave');
  return place == null ? null : Number(place);
};

/** What a handle tells of the pointer that holds it. */
export interface WaveDrag {
  start: (machine: Machine, x: number, y: number) => void;
  move: (x: number, y: number) => void;
  drop: (x: number, y: number) => void;
  cancel: () => void;
}

/** Lets a machine be dragged into another wave, by mouse, pen or finger; what is dragged, and over which wave. */
export function useWaveDrag(onDrop: (machine: Machine) => void) {
  const held = useRef<{ machine: Machine; x: number; y: number; isFar: boolean } | null>(null);
  const [dragged, setDragged] = useState<Machine | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const cancel = useCallback(() => {
    held.current = null;
    setDragged(null);
    setOver(null);
  }, []);
  useEffect(() => {
    if (dragged === null) return undefined;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') cancel();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [dragged, cancel]);
  const drag = useMemo(
    (): WaveDrag => ({
      start(machine, x, y) {
        held.current = { machine, x, y, isFar: false };
      },
      move(x, y) {
        const now = held.current;
        if (now === null || (!now.isFar && Math.hypot(x - now.x, y - now.y) < FAR)) return;
        now.isFar = true;
        setDragged(now.machine);
        setOver(waveAt(x, y));
      },
      drop(x, y) {
        const now = held.current;
        const wave = now?.isFar === true ? waveAt(x, y) : null;
        cancel();
        if (now !== null && wave !== null && wave !== now.machine.wave) onDrop({ item: now.machine.item, wave });
      },
      cancel,
    }),
    [cancel, onDrop],
  );
  return { drag, dragged, over };
}

/** Where a machine is taken to be dragged. By the keyboard its wave is chosen in the field beside it. */
export function WaveHandle({ machine, drag }: { machine: Machine; drag: WaveDrag }) {
  const styles = useStyles();
  const text = useText();
  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.start(machine, event.clientX, event.clientY);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      className={styles.handle}
      title={text(messages.dragTo)}
      onPointerDown={onPointerDown}
      onPointerMove={({ clientX, clientY }) => drag.move(clientX, clientY)}
      onPointerUp={({ clientX, clientY }) => drag.drop(clientX, clientY)}
      onPointerCancel={drag.cancel}
    >
      <ReOrderDotsVertical20Regular />
    </button>
  );
}

interface WaveTargetsProps {
  dragged: Machine;
  over: number | null;
  /** How many machines each wave has, by its number; the last may be a new one. */
  counts: readonly { wave: number; count: number }[];
}

/** The waves a machine can be dropped into, in reach wherever the page is scrolled to. */
export function WaveTargets({ dragged, over, counts }: WaveTargetsProps) {
  const styles = useStyles();
  const text = useText();
  return (
    <div aria-hidden className={styles.bar}>
      {counts.map(({ wave, count }) => (
        <div
          key={wave}
          data-wave={wave}
          className={mergeClasses(styles.target, wave === dragged.wave && styles.own, wave === over && styles.over)}
        >
          {count === 0 ? text(messages.newWave, { wave }) : text(messages.waveWith, { wave, count })}
        </div>
      ))}
    </div>
  );
}
