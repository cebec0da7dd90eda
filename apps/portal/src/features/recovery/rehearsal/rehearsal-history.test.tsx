// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import type { RecoverySummary } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { recoveryPlansQuery, removedPlansQuery } from '../../../api/recovery-queries';
import { knownOnly, mount } from '../../../testing/mount';
import { RehearsalHistory } from './rehearsal-history';

const by = { name: 'Adele Vance', username: 'adele@contoso.com' };
const rehearsal: RecoverySummary = {
  planId: '1c6f0d5e-8a0f-4c27-9d0c-0a4f0c8f6d11',
  name: 'Rehearsal',
  rehearsal: { of: 'plan', phase: 'removed', left: [], removedAt: '2017-01-18T12:00:00Z' },
  by,
  at: '2017-01-18T09:00:00Z',
  startedAt: '2017-01-18T09:00:00Z',
  removed: { by, at: '2017-01-18T12:00:00Z' },
  unseen: 0,
  standing: { state: 'ended', at: '2017-01-18T11:00:00Z' },
  total: 3,
  done: 3,
  open: 0,
};

function show(removed: RecoverySummary[]) {
  const client = knownOnly();
  client.setQueryData(recoveryPlansQuery().queryKey, []);
  client.setQueryData(removedPlansQuery().queryKey, removed);
  mount(<RehearsalHistory planId="plan" />, { client });
}

test('a rehearsal that was deleted since is in the history of its plan', () => {
  show([rehearsal]);
  expect(screen.getByRole('listitem').textContent).toMatch(/3 of 3 ran.*\(deleted\)/);
});

test('of a plan without one nobody says that there never was one', () => {
  show([]);
  expect(screen.getByText('No rehearsal of this plan can be seen.')).toBeTruthy();
});
