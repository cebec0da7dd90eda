// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { keySurvivalOfItemQuery } from '../../api/key-survival-query';
import { recoveryPointsQuery } from '../../api/restore-queries';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { itemOf } from '../../testing/places';
import KeySurvivalOfItem from './key-survival-of-item.blade';

beforeEach(adeleWasHere);
const item = itemOf('OrdersSql01');
const times = ['2026-11-27T02:00:00.000Z', '2026-11-26T02:00:00.000Z'];

test('the choice of a point stays, with the focus, while the one that was chosen is read', () => {
  const client = knownOnly();
  const row = { item, point: null, state: 'sound', findings: [], keyChain: null, keyVaults: [], needs: [], problem: null };
  client.setQueryData([...keySurvivalOfItemQuery(item, null).queryKey], row);
  client.setQueryData(
    [...recoveryPointsQuery(item, 30).queryKey],
    times.map((time) => ({ time })),
  );
  mount(<KeySurvivalOfItem />, {
    client,
    address: `/${Object.values(item).join('/')}`,
    path: ':subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName',
  });
  expect(screen.getByRole('heading', { name: 'Findings' })).toBeDefined();
  const choice = screen.getByRole('combobox');
  choice.focus();
  fireEvent.change(choice, { target: { value: times[1] } });
  expect(screen.queryByRole('heading', { name: 'Findings' })).toBeNull();
  expect(document.activeElement).toBe(choice);
  expect(screen.getByRole('combobox')).toBe(choice);
});
