// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type KeyLink, keyVaultId as keyVaultIdOf, machinePath } from '@tresor/contracts';
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
import { armId, SUBSCRIPTION, VAULT } from '../../../testing/places';
import { virtualMachineOf } from '../../../testing/virtual-machine';
import { usePrerequisites } from './use-prerequisites';

beforeEach(adeleWasHere);
const keyVaultId = keyVaultIdOf.parse(armId('Microsoft.KeyVault/vaults', 'ContosoKV'));
const machine = virtualMachineOf('DBVM1', { encryption: { kind: 'bek', pass: 'dual', keyVaultIds: [keyVaultId] } });

test('all else is told while the keys are still being read', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(virtualMachinesQuery(SUBSCRIPTION).queryKey, { total: 1, rows: [machine], complete: true });
  client.setQueryData([...countedVaultsQuery(SUBSCRIPTION).queryKey], []);
  client.setQueryData([...vaultQuery(VAULT).queryKey], { location: 'westeurope', subscriptionName: 'Contoso', storageReplication: null });
  client.setQueryData([...vaultCountsQuery(VAULT).queryKey], { protectedItems: 0 });
  client.setQueryData(policiesQuery(VAULT).queryKey, []);
  for (const needsKeys of [true, false]) client.setQueryData(keyVaultAccessQuery({ keyVaultIds: [keyVaultId], needsKeys }).queryKey, []);
  const encryption = machineEncryptionQuery(machinePath.parse({ subscriptionId: SUBSCRIPTION, vmGroup: 'rg', vmName: 'DBVM1' }));
  const answers: ((found: object) => void)[] = [];
  const reading = client.fetchQuery({
    queryKey: [...encryption.queryKey],
    queryFn: () => new Promise<object>((resolve) => answers.push(resolve)),
  });

  const wrapper = within(client);
  const { result } = renderHook(() => usePrerequisites(VAULT), { wrapper });
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
