// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import type { Policy } from '@tresor/contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { policiesQuery } from '../../api/queries';
import { zoneTableQuery } from '../../language/use-zone';
import * as zones from '../../language/zone-table';
import { knownOnly, within } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { useNextBackup } from './use-next-backup';

afterEach(() => vi.useRealTimers());

const daily: Policy = {
  name: 'Daily',
  kind: 'standard',
  timeZone: 'UTC',
  schedule: { frequency: 'daily', time: '05:30' },
  retention: null,
  instantRestoreDays: 2,
  protectedItems: 1,
};

test('once a backup has come, the one after it is the next', () => {
  vi.useFakeTimers({ now: Date.parse('2017-01-18T05:00:00Z') });
  const client = knownOnly();
  client.setQueryData(zoneTableQuery().queryKey, zones);
  client.setQueryData(policiesQuery(VAULT).queryKey, [daily]);
  const { result } = renderHook(() => useNextBackup(VAULT), {
    wrapper: within(client),
  });
  const next = () => new Date(result.current({ policyName: 'Daily' }) ?? 0).toISOString();
  expect(next()).toBe('2017-01-18T05:30:00.000Z');
  act(() => void vi.advanceTimersByTime(31 * 60_000));
  expect(next()).toBe('2017-01-19T05:30:00.000Z');
});
