import { weekdayOf, type Day, type Weekday } from './calendar';
import { localDay, momentOf } from './zones';

/** Times at which something happens again and again. */
export interface Recurrence {
  /** IANA name. */
  zone: string;
  /** Wall-clock minutes after midnight, ascending, within 24 hours; from 1440 on they belong to the night after. */
  minutes: readonly number[];
  days: readonly Weekday[];
}

export interface Run {
  /** Milliseconds since 1970. */
  at: number;
  /** Whether it is the last of those that its day began. */
  isLast: boolean;
}

/** The runs strictly after a moment (milliseconds since 1970), in order and without end; none for a recurrence without days or times. */
export function* runsAfter({ zone, minutes, days }: Recurrence, after: number): Generator<Run, void> {
  if (minutes.length === 0 || days.length === 0) return;
  for (let day: Day = localDay(zone, after) - 2; ; day++) {
    if (!days.includes(weekdayOf(day))) continue;
    for (const [index, minute] of minutes.entries()) {
      const at = momentOf(zone, day, minute);
      if (at > after) yield { at, isLast: index === minutes.length - 1 };
    }
  }
}

/** The first run strictly after a moment, or undefined for a recurrence that has none. */
export function nextRun(recurrence: Recurrence, after: number): Run | undefined {
  return runsAfter(recurrence, after).next().value ?? undefined;
}
