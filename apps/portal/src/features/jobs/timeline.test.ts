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
    expect(timelineOf({ startTime: clock(0), endTime: clock(40), durationSeconds: 2400, tasks })).toEqual([
      { start: 0, length: 0.25 },
      { start: 0.25, length: 0.75 },
    ]);
  });

  test('lets a running task reach up to now, by the clock of Azure', () => {
    const tasks = [task('Transfer data to vault', clock(10), null, 'InProgress')];
    expect(timelineOf({ startTime: clock(0), endTime: null, durationSeconds: 1200, tasks })).toEqual([{ start: 0.5, length: 0.5 }]);
  });

  test('draws nothing where Azure does not say when a task began', () => {
    expect(
      timelineOf({ startTime: clock(0), endTime: clock(40), durationSeconds: 2400, tasks: [task('Take Snapshot', null, null)] }),
    ).toEqual([null]);
    expect(timelineOf({ startTime: null, endTime: null, durationSeconds: null, tasks: [task('Take Snapshot', null, null)] })).toEqual([
      null,
    ]);
  });
});
