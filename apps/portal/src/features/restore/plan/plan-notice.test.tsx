// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { jobId as jobIdOf, type NextCommand, type Restore } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { planQuery } from '../../../api/restore-queries';
import { knownOnly, mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { someRestore } from '../../../testing/restore';
import { PlanNotice } from './plan-notice';

const jobId = jobIdOf.parse('a0b1c2d3-0000-4000-8000-00000000000a');

function show(next: NextCommand, found: Partial<Restore> = {}): void {
  const client = knownOnly();
  client.setQueryData(planQuery(VAULT, jobId).queryKey, null);
  mount(<PlanNotice path={VAULT} jobId={jobId} restore={{ ...someRestore, ...found, next }} />, { client });
}

const offer = () => screen.queryByRole('link', { name: 'Answer everything now' });

it.each<NextCommand>([
  { kind: 'wait', step: 'disks' },
  { kind: 'command', step: 'machine', command: 'create-machine' },
])('a run is offered while something is left that it can do or wait for: $kind', (next) => {
  show(next);
  expect(offer()).not.toBeNull();
});

it.each<NextCommand>([
  { kind: 'hidden', step: 'keys' },
  { kind: 'stuck', step: 'keys' },
  { kind: 'wait', step: 'protection' },
  { kind: 'done' },
  { kind: 'removed' },
])('a run that could only stop, or has nothing to answer, is not offered: $kind', (next) => {
  show(next);
  expect(offer()).toBeNull();
});

it('nor is one offered to somebody who does not see the disks: its questions would only be refused', () => {
  const disks: Restore['disks'] = { state: 'hidden', needs: [{ right: 'read-blobs', at: ['staging'] }] };
  show({ kind: 'command', step: 'keys', command: 'restore-keys' }, { disks });
  expect(offer()).toBeNull();
});
