// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { policy, type ProtectionBatch } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { policiesQuery, protectionQuery } from '../../api/queries';
import { backupDrafts } from '../../kept/backup-draft';
import { adeleWasHere } from '../../testing/adele';
import { mount } from '../../testing/mount';
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
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false, staleTime: Infinity } } });
  client.setQueryData(protectionQuery(VAULT, batchId).queryKey, batchWith(azureCode));
  client.setQueryData(policiesQuery(VAULT).queryKey, names.map(policyOf));
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
