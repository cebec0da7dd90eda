// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { jobId as jobIdOf, type NextCommand, type Restore } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { vaultOf } from '../../api/queries';
import { restoreQuery, restoresQuery } from '../../api/restore-queries';
import { paths } from '../../map/paths';
import { adeleIsHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import { itemOf } from '../../testing/places';
import { someRestore } from '../../testing/restore';
import { RestoreUnderWay } from './restore-under-way';

beforeEach(adeleIsHere);
const path = itemOf('AppVM1');
const vault = vaultOf(path);
const idOf = (digit: number) => jobIdOf.parse(`f7b1e2c4-0000-4000-8000-00000000000${digit}`);

interface Begun {
  /** Of the job that restores the disks. */
  status?: string;
  found: Partial<Restore>;
}

/** Shows what is told of restores of the machine, the newest first. */
function show(...restores: Begun[]) {
  const client = knownOnly();
  const listed = restores.map(({ status = 'Completed' }, at) => ({
    jobId: idOf(at),
    vmName: 'appvm1',
    status,
    startTime: '2026-12-01T09:00:00Z',
    reasons: [],
  }));
  client.setQueryData(restoresQuery(vault).queryKey, listed);
  restores.forEach(({ found }, at) =>
    client.setQueryData(restoreQuery(vault, idOf(at), '2017-01').queryKey, { ...someRestore, ...found, jobId: idOf(at) }),
  );
  mount(<RestoreUnderWay path={path} />, { client });
}

const keysToDo: NextCommand = { kind: 'command', step: 'keys', command: 'restore-keys' };
const leadsTo = () => screen.getByRole('link').getAttribute('href');

test('disks that are back and wait for their keys are told of before somebody restores them a second time', () => {
  show({ found: { next: keysToDo } });
  expect(screen.getByText(/A restore of AppVM1, started .*, is still waiting for someone: Key and secret/)).toBeDefined();
  expect(leadsTo()).toBe(paths.restore(path, idOf(0)));
});

test.each<[string, Partial<Restore>]>([
  ['Azure', { next: { kind: 'wait', step: 'machine' } }],
  ['the server alone', { next: keysToDo, alone: true }],
])('so is one that %s is at', (_, found) => {
  show({ found });
  expect(screen.getByText(/A restore of AppVM1 is already running/)).toBeDefined();
});

test('and one whose disks Azure is just restoring, whatever was begun after it', () => {
  show({ found: { next: keysToDo } }, { status: 'InProgress', found: {} });
  expect(screen.getByText(/A restore of AppVM1 is already running/)).toBeDefined();
  expect(leadsTo()).toBe(paths.restore(path, idOf(1)));
});

test('a rehearsal, which stands apart, hides none that waits', () => {
  show({ found: { isolatedGroup: 'rehearsal' } }, { found: { next: keysToDo } });
  expect(leadsTo()).toBe(paths.restore(path, idOf(1)));
});

test.each<[string, NextCommand]>([
  ['that is done', { kind: 'done' }],
  ['that was given up', { kind: 'removed' }],
  ['whose disks did not come', { kind: 'stuck', step: 'disks' }],
  ['that has its machine already', { kind: 'command', step: 'after-care', command: 'remove-leftovers' }],
])('nothing is said of one %s', (_, next) => {
  show({ found: { next } });
  expect(screen.queryByRole('note')).toBeNull();
});
