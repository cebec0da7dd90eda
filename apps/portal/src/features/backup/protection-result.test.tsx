// @vitest-environment jsdom
import type { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keyVaultId, policy, type ProtectionBatch } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyVaultAccessQuery, policiesQuery, protectionQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { backupDrafts } from '../../kept/backup-draft';
import { adeleWasHere } from '../../testing/adele';
import { keyVaultAccessOf } from '../../testing/key-vault-access';
import { virtualMachineOf } from '../../testing/virtual-machine';
import { knownOnly, mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import ProtectionResult from './protection-result.blade';

beforeEach(adeleWasHere);
afterEach(() => backupDrafts.clear(OWNER));

const OWNER = `adele/${VAULT.subscriptionId}/rg/vault`;
const batchId = 'a0b1c2d3-0000-4000-8000-000000000001';
const result = { ruleId: null, azureMessage: null, recommendation: null, jobId: null, checkedUntil: null };
const batchWith = (azureCode: string): ProtectionBatch => ({
  batchId,
  policyName: 'Daily',
  startedAt: '2017-01-18T10:00:00.000Z',
  finished: true,
  results: [{ ...result, azureCode, vmId: '/VM1', vmName: 'VM1', state: 'failed' }],
});

const policyOf = (name: string) =>
  policy.parse({
    name,
    kind: 'standard',
    timeZone: 'UTC',
    schedule: { frequency: 'daily', time: '23:30' },
    retention: { daily: { count: 30 }, weekly: null, monthly: null, yearly: null },
    instantRestoreDays: 2,
    protectedItems: 0,
  });

function show(azureCode: string, names: string[]) {
  const client = knownOnly();
  client.setQueryData(policiesQuery(VAULT).queryKey, names.map(policyOf));
  return showBatch(client, batchWith(azureCode));
}

function showBatch(client: QueryClient, batch: ProtectionBatch) {
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, batch);
  const at = '/vaults/:subscriptionId/:resourceGroup/:vaultName/backup';
  const { router } = mount(<ProtectionResult />, {
    client,
    path: `${at}/result/:batchId`,
    address: `/vaults/${VAULT.subscriptionId}/rg/vault/backup/result/${batchId}`,
    beside: [{ path: '*', element: <p /> }],
  });
  return router;
}

const offers = (name: string) => screen.queryByRole('button', { name }) !== null;

test('machines that came to nothing are offered for another try with the same policy as long as there is one', () => {
  show('UserErrorGuestAgentStatusUnavailable', ['daily']);
  expect(offers('Retry the failed ones')).toBe(true);
  expect(screen.queryByText(/was deleted/)).toBeNull();
  expect(offers('Choose another policy')).toBe(false);
});

test.each([
  ['Azure has said so', 'BMSUserErrorPolicyNotFound', ['Daily']],
  ['it is not in the list any more', 'UserErrorGuestAgentStatusUnavailable', ['DefaultPolicy']],
])('where the policy was deleted meanwhile another one is chosen, as %s', async (_, code, names) => {
  const router = show(code, names);
  screen.getByText('The backup policy “Daily” was deleted. Choose another one for the virtual machine that wasn’t protected.');
  expect(offers('Retry the failed ones')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Choose another policy' }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/\/backup\/policy$/));
  expect(backupDrafts.read(OWNER)).toMatchObject({ goalChosen: true, policyName: null, ticked: ['/VM1'] });
});

test('a machine whose first backup will fail is not shown as protected alone, but with why and the way to mend it', () => {
  const client = knownOnly();
  const access = keyVaultAccessOf('ClosedKV');
  const machine = virtualMachineOf('VM1', { encryption: { kind: 'bek-kek', pass: 'dual', keyVaultIds: [access.id] } });
  client.setQueryData(virtualMachinesQuery(VAULT.subscriptionId).queryKey, { total: 1, rows: [machine], complete: true });
  client.setQueryData(keyVaultAccessQuery({ keyVaultIds: [keyVaultId.parse(access.id)], needsKeys: true }).queryKey, [access]);
  const enabled = { ...result, azureCode: null, vmId: machine.id, vmName: 'VM1', state: 'protected' as const };
  showBatch(client, { ...batchWith(''), results: [enabled] });
  screen.getByText('Protected, first backup will fail: Azure Backup is missing permissions in ClosedKV');
  expect(screen.queryByText('Protected', { exact: true })).toBeNull();
  expect(screen.getByRole('link', { name: 'Grant or request access to ClosedKV' }).getAttribute('href')).toContain('/ClosedKV');
});
