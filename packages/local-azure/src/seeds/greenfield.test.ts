import { afterAll, beforeAll, expect, test } from 'vitest';
import { failureOf } from '../providers/recovery-services/backups/backup-failures';
import { setServiceEdition } from '../providers/recovery-services/backup-service';
import { agentAnswers, guestOf } from '../world/compute/guests';
import { isRegistered } from '../world/subscriptions/registered-providers';
import { openWorld, type OpenWorld } from '../world/open-world';
import { plant } from '.';
import { PRODUCTION_SUBSCRIPTION_ID } from './company';

let world: OpenWorld;

beforeAll(() => {
  world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  plant(world, 'greenfield');
  setServiceEdition(world, '2017-01');
});

afterAll(() => world.close());

const idOf = (name: string) => world.resources.named('Microsoft.Compute/virtualMachines', name)[0]?.id ?? '';

test('nobody has made a vault yet, nor has its provider registered', () => {
  expect(isRegistered(world, PRODUCTION_SUBSCRIPTION_ID, 'Microsoft.RecoveryServices')).toBe(false);
  expect(world.resources.list('Microsoft.RecoveryServices/vaults', '/subscriptions')).toEqual([]);
});

test('no encrypted machine can be backed up: neither key vault lets the service in', () => {
  for (const name of ['FinanceVM1', 'OfficeVM1']) {
    expect(failureOf(world, idOf(name))?.errorTitle, name).toBe('UserErrorKeyVaultPermissionsNotConfigured');
  }
});

test('a machine has no agent, a plain one has all it needs', () => {
  expect(agentAnswers(guestOf(world, idOf('FinanceVM2')))).toBe(false);
  expect(failureOf(world, idOf('IntranetVM1'))).toBeUndefined();
});
