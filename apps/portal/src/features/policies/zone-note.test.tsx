// @vitest-environment jsdom
import { render } from '@testing-library/react';
import type { ScheduleShape } from '@tresor/support-matrix';
import { afterAll, expect, test } from 'vitest';
import { noteAzureTime } from '../../api/azure-time';
import { ZoneNote } from './zone-note';

afterAll(() => noteAzureTime(new Date().toISOString()));

test.each<[name: string, schedule: ScheduleShape, said: RegExp]>([
  ['daily', { frequency: 'daily', time: '05:30' }, /That day’s run is at Mar 28, 2027, 5:30/],
  ['weekly on that day', { frequency: 'weekly', time: '05:30', days: ['Sunday'] }, /That day’s run is at Mar 28, 2027, 5:30/],
  [
    'weekly on another',
    { frequency: 'weekly', time: '05:30', days: ['Wednesday'] },
    /No backup runs on that day; the next one after it is at Mar 31, 2027, 5:30/,
  ],
  [
    'several times a day',
    { frequency: 'hourly', time: '08:00', everyHours: 4, forHours: 12 },
    /That day’s first run is at Mar 28, 2027, 8:00/,
  ],
  ['on days yet to be chosen', { frequency: 'weekly', time: '05:30', days: [] }, /The schedule is in local time\.The/],
])('the clock change of a policy that runs %s', (_, schedule, said) => {
  noteAzureTime('2027-01-10T09:00:00Z');
  const { container } = render(<ZoneNote schedule={schedule} zone="Europe/Berlin" />);
  expect(container.textContent).toMatch(/^On March 28, 2027 the clock changes/);
  expect(container.textContent).toMatch(said);
});
