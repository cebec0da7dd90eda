import { describe, expect, test } from 'vitest';
import { timelineOf } from './timeline';

const task = (name: string, startTime: string | null, endTime: string | null, status = 'Completed') => ({
  name,
  status,
  startTime,
  endTime,
  durationSeconds: null,
  details: null,
});
const clock = (minute: number) => new Date(Date.UTC(2017, 0, 18, 12, minute)).toISOString();

describe('the timeline of a job', () => {
  test('puts each task where it was in the time of the whole job', () => {
    const tasks = [task('Take Snapshot', clock(0), clock(10)), task('Transfer data to vault', clock(10), clock(40))];
    expect(timelineOf({ startTime: clock(0), endTime: clock(40), durationSeconds: 2400, progressPercentage: 100, tasks })).toEqual([
      { start: 0, length: 0.25, end: 'done' },
      { start: 0.25, length: 0.75, end: 'done' },
    ]);
  });

  test('lets a running task reach up to now, by the clock of Azure', () => {
    const tasks = [task('Transfer data to vault', clock(10), null, 'InProgress')];
    expect(timelineOf({ startTime: clock(0), endTime: null, durationSeconds: 1200, progressPercentage: null, tasks })).toEqual([
      { start: 0.5, length: 0.5, end: 'open' },
    ]);
  });

  test('leaves room for what is still to come where Azure says how far the job is', () => {
    const tasks = [task('Take Snapshot', clock(0), clock(4)), task('Transfer data to vault', clock(4), null, 'InProgress')];
    const bars = timelineOf({ startTime: clock(0), endTime: null, durationSeconds: 660, progressPercentage: 22, tasks });
    expect(bars).toEqual([
      { start: 0, length: 4 / 50, end: 'done' },
      { start: 4 / 50, length: 7 / 50, end: 'going-on' },
    ]);
  });

  test('draws what failed otherwise than what was done', () => {
    const tasks = [task('Take Snapshot', clock(0), clock(40), 'Failed')];
    expect(timelineOf({ startTime: clock(0), endTime: clock(40), durationSeconds: 2400, progressPercentage: null, tasks })).toEqual([
      { start: 0, length: 1, end: 'broken' },
    ]);
  });

  test('draws nothing where Azure does not say when a task began', () => {
    expect(
      timelineOf({
        startTime: clock(0),
        endTime: clock(40),
        durationSeconds: 2400,
        progressPercentage: 100,
        tasks: [task('Take Snapshot', null, null)],
      }),
    ).toEqual([null]);
    expect(
      timelineOf({
        startTime: null,
        endTime: null,
        durationSeconds: null,
        progressPercentage: null,
        tasks: [task('Take Snapshot', null, null)],
      }),
    ).toEqual([null]);
  });
});
