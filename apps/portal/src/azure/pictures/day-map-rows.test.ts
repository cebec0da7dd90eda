import { expect, test } from 'vitest';
import { dayOf } from '../../language/day-of';
import { lastDays, machineDays } from './day-map-rows';

const NOW = new Date(2026, 5, 30, 12).getTime();
const DAYS = lastDays(NOW, 3);
const at = (day: number, hour = 3) => new Date(2026, 5, day, hour).toISOString();
const job = (workload: string, status: string, startTime: string | null, operation = 'Backup', vaultName = 'V') => ({
  workload,
  status,
  startTime,
  operation,
  vaultName,
});

test('days are those of the reader, today last', () => {
  expect(DAYS).toEqual(['2026-06-28', '2026-06-29', '2026-06-30']);
  expect(dayOf(new Date(2026, 5, 30, 0, 0, 0).getTime())).toBe('2026-06-30');
});

test('a day shows the worst of its backups, a day without one none, and other jobs count for nothing', () => {
  const jobs = [
    job('vm', 'Completed', at(28)),
    job('vm', 'Failed', at(29)),
    job('VM', 'Completed', at(29, 5)),
    job('vm', 'Failed', at(30), 'Restore'),
    job('vm', 'Failed', at(27)),
    job('vm', 'Failed', null),
  ];
  expect(machineDays(jobs, [], DAYS).map(({ machine, marks }) => [machine, marks])).toEqual([['vm', ['done', 'failed', 'none']]]);
});

test('a machine that is backed up and has no job at all is there; failures come first, then days without a backup', () => {
  const jobs = [
    job('well', 'Completed', at(28)),
    job('well', 'Completed', at(29)),
    job('well', 'Completed', at(30)),
    job('fails', 'Failed', at(30)),
  ];
  const backedUp = ['well', 'forgotten'].map((machine) => ({ machine, vaultName: 'V' }));
  expect(machineDays(jobs, backedUp, DAYS).map(({ machine }) => machine)).toEqual(['fails', 'forgotten', 'well']);
  expect(machineDays([job('vm', 'Completed', at(30)), job('vm', 'Failed', at(30), 'Backup', 'W')], [], DAYS)).toHaveLength(2);
});
