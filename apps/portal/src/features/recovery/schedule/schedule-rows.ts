import type { Bar, TimedStep } from '@tresor/support-matrix';
import type { TimedMachine } from './planned-machines';
import type { Schedule } from './use-schedule';

export interface ScheduleRow extends TimedMachine {
  bars: readonly Bar[];
  /** When the machine runs, and when everything of it is done: seconds from the beginning. */
  runs: number;
  done: number;
}

/** With these a machine runs. */
const UP: readonly TimedStep[] = ['machine', 'encryption'];

const endOf = (bars: readonly Bar[]) => Math.max(0, ...bars.map(({ end }) => end));

/** The machines of a schedule wave by wave, in each as they run again. */
export function scheduleRows({ machines, bars }: Pick<Schedule, 'machines' | 'bars'>): ScheduleRow[] {
  const own = new Map<string, Bar[]>(machines.map(({ id }) => [id, []]));
  for (const bar of bars) own.get(bar.machine)?.push(bar);
  return machines
    .map((machine) => {
      const taken = own.get(machine.id) ?? [];
      return { ...machine, bars: taken, runs: endOf(taken.filter(({ step }) => UP.includes(step))), done: endOf(taken) };
    })
    .toSorted((a, b) => a.wave - b.wave || a.runs - b.runs || a.name.localeCompare(b.name));
}
