import type { JobDetails } from '@tresor/contracts';

type JobTimes = Pick<JobDetails, 'startTime' | 'endTime' | 'durationSeconds' | 'tasks'>;

export interface TimelineBar {
  /** Where the bar begins and how long it is, as shares of the whole, 0 to 1. */
  start: number;
  length: number;
}

const SHORTEST = 0.01;
const at = (moment: string | null) => (moment === null ? null : Date.parse(moment));

/** Where each task stands in the time of its job, told by Azure's clock; null for tasks whose times Azure does not say. */
export function timelineOf({ startTime, endTime, durationSeconds, tasks }: JobTimes): (TimelineBar | null)[] {
  const now = (at(startTime) ?? 0) + (durationSeconds ?? 0) * 1000;
  const begins = [startTime, ...tasks.map((task) => task.startTime)].map(at).filter((moment) => moment !== null);
  const ends = [at(endTime) ?? now, ...tasks.map((task) => at(task.endTime)).filter((moment) => moment !== null)];
  const first = Math.min(...begins);
  const span = Math.max(...ends) - first;
  const isKnown = begins.length > 0 && span > 0;

  return tasks.map((task) => {
    const begin = at(task.startTime);
    if (begin === null || !isKnown) return null;
    const end = at(task.endTime) ?? (task.status === 'InProgress' ? Math.max(now, begin) : begin);
    const start = Math.min((begin - first) / span, 1 - SHORTEST);
    return { start, length: Math.min(Math.max((end - begin) / span, SHORTEST), 1 - start) };
  });
}
