import type { TimedStep } from './durations';
import { scheduleOf, type Bar, type PlannedMachine, type Wait } from './schedule';
import type { Span } from './span';

/** A part of the time that the whole takes: a step that something else waits for, or a throttle that lets nothing through. */
export interface Share {
  of: TimedStep | Exclude<Wait, 'wave'>;
  seconds: number;
}

/** A schedule with what decides how long it takes. */
export interface Outlined {
  bars: readonly Bar[];
  /** How long the whole takes. */
  total: Span;
  /** The parts of the expected time, the longest first: what is shortened of the first shortens the whole. Empty where there is nothing to do. */
  shares: Share[];
  /** How many waves stand on the way that decides. */
  waves: number;
}

const lastOf = (bars: readonly Bar[]) => bars.reduce<Bar | null>((last, bar) => (last === null || bar.end > last.end ? bar : last), null);

/** The bars one after the other of which nothing can take longer without the whole taking longer, the last first. */
function criticalPath(bars: readonly Bar[]): Bar[] {
  const path: Bar[] = [];
  for (let bar = lastOf(bars); bar !== null; bar = bar.after) path.push(bar);
  return path;
}

/** What each part of the way adds to the whole. Keys that another machine's keys wait for count as that wait. */
function sharesOf(path: readonly Bar[]): Share[] {
  const seconds = new Map<Share['of'], number>();
  const add = (of: Share['of'], some: number) => void (some > 0 && seconds.set(of, (seconds.get(of) ?? 0) + some));
  for (const [at, { step, start, end, after, wait }] of path.entries()) {
    add(path[at - 1]?.wait === 'key-vault' && step === 'keys' ? 'key-vault' : step, end - start);
    const gap = start - (after?.end ?? 0);
    if (wait !== null && wait !== 'wave') add(wait, gap);
  }
  return [...seconds].map(([of, some]) => ({ of, seconds: some })).toSorted((a, b) => b.seconds - a.seconds);
}

/** The schedule of machines that come back, between which times it ends, and what decides that. Seconds. */
export function outlineOf(machines: readonly PlannedMachine[]): Outlined {
  const bars = scheduleOf(machines);
  const end = (kind: keyof Span) => lastOf(kind === 'expected' ? bars : scheduleOf(machines, kind))?.end ?? 0;
  const path = criticalPath(bars);
  const waveOf = new Map(machines.map(({ id, wave }) => [id, wave]));
  return {
    bars,
    total: { low: end('low'), expected: end('expected'), high: end('high') },
    shares: sharesOf(path),
    waves: new Set(path.map(({ machine }) => waveOf.get(machine))).size,
  };
}
