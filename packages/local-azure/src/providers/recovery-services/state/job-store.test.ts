import { expect, test } from 'vitest';
import { openWorld } from '../../../world/open-world';
import { endJob, findJob, forgetJobs, jobsBetween, startJob, type NewJob } from './job-store';

const DAY = 86_400_000;
const VAULT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v';

const backup: NewJob = {
  vaultId: VAULT,
  operation: 'Backup',
  itemKey: 'item',
  vmId: '/vm',
  vmName: 'vm',
  part: 'part',
  activityId: undefined,
  cancellable: true,
  tasks: [],
  propertyBag: {},
  details: {},
};

const openStanding = () => openWorld({ file: ':memory:', clock: { mode: 'standing' } });
const isKept = (world: ReturnType<typeof openStanding>, id: string) => findJob(world, VAULT, id) !== undefined;
const countOf = (world: ReturnType<typeof openStanding>) =>
  ['backup-jobs', 'backup-job-days'].map((collection) => world.documents(collection).list().length);

test('jobs that are too old to be listed are forgotten', () => {
  const world = openStanding();
  const old = endJob(world, startJob(world, backup, 1), 'Completed');
  world.schedule.on('recovery-services.job', () => undefined);
  world.advance(100 * DAY);
  const recent = endJob(world, startJob(world, backup, 1), 'Completed');
  world.advance(92 * DAY);
  startJob(world, backup, 1);
  expect([old, recent].map(({ id }) => isKept(world, id))).toEqual([false, true]);
  expect(countOf(world)).toEqual([2, 2]);
  expect(jobsBetween(world, VAULT, 0, world.clock.now())).toHaveLength(2);
  world.close();
});

test('of a vault that is gone no job is left, however old', () => {
  const world = openStanding();
  world.schedule.on('recovery-services.job', () => undefined);
  startJob(world, backup, 1);
  world.advance(400 * DAY);
  forgetJobs(world, VAULT);
  expect(countOf(world)).toEqual([0, 0]);
  world.close();
});
