import type { AzureSession } from '../../azure/connection/azure';
import type { OwnRole } from '../../azure/own-roles';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestAzure, type TestAzure } from '../../testing/open-session';
import { HeldRights } from './held-rights';
import { remedyAt } from './remedy-at';

const VAULT = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/vault';
const BACKUP = {
  plane: 'control',
  action: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/backup/action',
} as const;
const ABOVE = ['/providers/Microsoft.Management/managementGroups/contoso', '/'];

let azure: TestAzure;
let session: AzureSession;
beforeAll(async () => {
  azure = await startTestAzure(() => ({ status: 404 }));
  session = await azure.session('ada');
});
afterAll(() => azure[Symbol.asyncDispose]());

it.each(ABOVE)('a role that may be activated at %s is offered for what lies below', (scope) => {
  const eligible = [{ role: 'Backup Operator', scope }];
  expect(remedyAt(session, VAULT, [BACKUP], { own: [], eligible }).eligible).toEqual(eligible);
});

it.each(ABOVE)('a group that holds its role at %s is named as what gives the right', (scope) => {
  const role: OwnRole = { scope, principalId: 'operators', createdOn: null, gives: () => true };
  const held = new HeldRights(session, [], [{ id: 'operators', name: 'Operators' }], [role]);
  expect(held.groupsThatGive(VAULT, BACKUP.plane, BACKUP.action)).toEqual(['Operators']);
});
