import type { JobDetails } from '@tresor/contracts';

type JobTimes = Pick<JobDetails, 'startTime' | 'endTime' | 'durationSeconds' | 'progressPercentage' | 'tasks'>;

interface TimelineBar {
  /** Where the bar begins and how long it is, as shares of the whole, 0 to 1. */
  start: number;
  length: number;
  /** `open`: it goes on, and when the job will be over is not known. `broken`: it ended without being done. */
  end: 'done' | 'going-on' | 'open' | 'broken';
}

const SHORTEST = 0.01;
const at = (moment: string | null) => (moment === null ? null : Date.parse(moment));

/** When a running job will be over, by the share of it that Azure calls done; null where it calls none. */
function expectedEnd(first: number, now: number, progress: number | null): number | null {
  return progress !== null && progress > 0 && progress < 100 ? first + ((now - first) * 100) / progress : null;
}

/** Where each task stands in the time of its job, told by Azure's clock; null for tasks whose times Azure does not say. */
export function timelineOf({ startTime, endTime, durationSeconds, progressPercentage, tasks }: JobTimes): (TimelineBar | null)[] {
  const now = (at(startTime) ?? 0) + (durationSeconds ?? 0) * 1000;
  const begins = [startTime, ...tasks.map((task) => task.startTime)].map(at).filter((moment) => moment !== null);
  const ends = [at(endTime) ?? now, ...tasks.map((task) => at(task.endTime)).filter((moment) => moment !== null)];
  const first = Math.min(...begins);
  const expected = endTime === null ? expectedEnd(first, now, progressPercentage) : null;
  const span = Math.max(...ends, expected ?? 0) - first;
  const isKnown = begins.length > 0 && span > 0;

  return tasks.map((task) => {
    const begin = at(task.startTime);
    if (begin === null || !isKnown) return null;
    const isRunning = task.status === 'InProgress';
    const end = at(task.endTime) ?? (isRunning ? Math.max(now, begin) : begin);
    const start = Math.min((begin - first) / span, 1 - SHORTEST);
    const length = Math.min(Math.max((end - begin) / span, SHORTEST), 1 - start);
    const goesOn = expected === null ? 'open' : 'going-on';
    const isBroken = task.status === 'Failed' || task.status === 'Cancelled';
    return { start, length, end: isRunning ? goesOn : isBroken ? 'broken' : 'done' };
  });
}
