// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type KeyLink, keyVaultId as keyVaultIdOf, machinePath, vaultPath, virtualMachine } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import {
  countedVaultsQuery,
  keyVaultAccessQuery,
  machineEncryptionQuery,
  policiesQuery,
  vaultCountsQuery,
  vaultQuery,
} from '../../../api/queries';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { adeleWasHere } from '../../../testing/adele';
import { within } from '../../../testing/mount';
import { usePrerequisites } from './use-prerequisites';

beforeEach(adeleWasHere);
const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const { subscriptionId } = path;
const group = `/subscriptions/${subscriptionId}/resourceGroups/rg/providers`;
const keyVaultId = keyVaultIdOf.parse(`${group}/Microsoft.KeyVault/vaults/ContosoKV`);

const machine = virtualMachine.parse({
  id: `${group}/Microsoft.Compute/virtualMachines/DBVM1`,
  name: 'DBVM1',
  resourceGroup: 'rg',
  subscriptionId,
  location: 'westeurope',
  deploymentModel: 'resource-manager',
  osType: 'Windows',
  powerState: 'running',
  encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [keyVaultId] },
  diskEncryptionSet: false,
  encryptionAtHost: false,
  trustedLaunch: false,
  confidential: null,
  ultraOrPremiumV2Disks: false,
  managedDisks: true,
  dataDiskCount: 0,
  largestDiskGiB: 127,
  protectedByVaultId: null,
  stoppedInVaultId: null,
  deletedInVaultId: null,
});

test('all else is told while the keys are still being read', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(virtualMachinesQuery(subscriptionId).queryKey, { total: 1, rows: [machine], complete: true });
  client.setQueryData([...countedVaultsQuery(subscriptionId).queryKey], []);
  client.setQueryData([...vaultQuery(path).queryKey], { location: 'westeurope', subscriptionName: 'Contoso', storageReplication: null });
  client.setQueryData([...vaultCountsQuery(path).queryKey], { protectedItems: 0 });
  client.setQueryData(policiesQuery(path).queryKey, []);
  for (const needsKeys of [true, false]) client.setQueryData(keyVaultAccessQuery({ keyVaultIds: [keyVaultId], needsKeys }).queryKey, []);
  const encryption = machineEncryptionQuery(machinePath.parse({ subscriptionId, vmGroup: 'rg', vmName: 'DBVM1' }));
  const answers: ((found: object) => void)[] = [];
  const reading = client.fetchQuery({
    queryKey: [...encryption.queryKey],
    queryFn: () => new Promise<object>((resolve) => answers.push(resolve)),
  });

  const wrapper = within(client);
  const { result } = renderHook(() => usePrerequisites(path), { wrapper });
  const keys = () => result.current.checks?.find(({ id }) => id === 'keys');
  expect(keys()).toMatchObject({ state: 'unknown', proof: [{ message: { en: 'They’re still being checked.' } }] });

  const secret: KeyLink = {
    url: '',
    name: 'bek',
    version: '',
    keyVaultId,
    keyVaultName: 'ContosoKV',
    state: 'present',
    expires: null,
    newest: true,
  };
  await act(async () => {
    answers[0]?.({ keyChain: { secret, key: null } });
    await reading;
  });
  await waitFor(() => expect(keys()?.state).toBe('done'));
});
