// @vitest-environment jsdom
import { QueryClient, type QueryKey } from '@tanstack/react-query';
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../../api/problem-error';
import { subscriptionsQuery, vaultQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { adeleWasHere } from '../../../testing/adele';
import { lacking } from '../../../testing/lacking';
import { mount } from '../../../testing/mount';
import { armId, VAULT } from '../../../testing/places';
import Permissions from './permissions.blade';

beforeEach(adeleWasHere);

const fails = (client: QueryClient, queryKey: QueryKey, error: Error) =>
  client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error, data: undefined });

function show(rights: (client: QueryClient, key: QueryKey) => void) {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, staleTime: Infinity } } });
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  const question = { subscriptionId, vault: { resourceGroup, vaultName }, keyVaultIds: [], wholeSubscription: true };
  client.setQueryData(virtualMachinesQuery(subscriptionId).queryKey, { total: 0, rows: [], complete: true });
  rights(client, rightsQuery(question).queryKey);
  mount(<Permissions />, { client, address: `/${Object.values(VAULT).join('/')}`, path: ':subscriptionId/:resourceGroup/:vaultName' });
}

async function showProblem(rights: (client: QueryClient, key: QueryKey) => void) {
  show(rights);
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByRole('grid')).toBeNull();
}

test('steps whose rights could not be read are not said to be none', async () => {
  await showProblem((client, key) => fails(client, key, new Error('refused')));
  expect(screen.queryByText('There are no steps.')).toBeNull();
});

test('in a vault that is not there nobody is said to be able to do anything', async () => {
  await showProblem((client, key) => {
    client.setQueryData(key, [{ step: 'open-vault', needs: [], missing: [] }]);
    fails(client, vaultQuery(VAULT).queryKey, new ProblemError({ title: '', status: 404, code: 'vault-not-found', correlationId: null }));
  });
  expect(screen.getByText('The Recovery Services vault wasn’t found.')).toBeDefined();
});

test('a Resource Guard that a silent Backup service does not tell of is not taken for one that is not there', async () => {
  const unseen = { place: 'guard', plane: 'control', action: 'stop/action', asked: 1, missingAt: [], hiddenAt: ['vault'], groups: [] };
  show((client, key) =>
    client.setQueryData(key, [
      { step: 'open-vault', needs: [{ ...unseen, place: 'vault', hiddenAt: [] }], missing: [] },
      { step: 'stop-backup', needs: [unseen], missing: [] },
    ]),
  );
  const row = await screen.findByRole('row', { name: /Stop backup/ });
  expect(within(row).getByText('Can’t be seen')).toBeDefined();
  expect(within(screen.getByRole('row', { name: /Open the/ })).getByText('Yes')).toBeDefined();
  fireEvent.click(within(row).getByRole('button', { name: /What is needed/ }));
  expect(screen.getByText(/^stop\/action: can’t be seen\. Whether a Resource Guard requires an approval/)).toBeDefined();
  expect(screen.getByText(/it can’t be seen whether a Resource Guard requires an approval for some of the steps/)).toBeDefined();
});

const delegated = (client: QueryClient) =>
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: VAULT.subscriptionId, name: 'Fabrikam Production', state: 'Enabled', customerTenantId: 'fabrikam' },
  ]);

test('in a subscription that a customer has delegated, what no role gives there is told beside the request for roles', async () => {
  show((client, key) => {
    client.setQueryData(key, [{ step: 'open-vault', needs: [], missing: [] }]);
    delegated(client);
  });
  expect(await screen.findByText(/^You can neither read nor write keys and secrets in the customer’s key vaults/)).toBeDefined();
});

const OF_KEYS = lacking(armId('Microsoft.KeyVault/vaults', 'FabrikamKV'), {
  roles: ['Key Vault Administrator'],
  delegable: { roles: [], never: ['secrets/set'] },
});

test('what no delegation can hold is left to the customer, and no letter asks for it', async () => {
  show((client, key) => {
    client.setQueryData(key, [{ step: 'restore-keys', needs: [], missing: [OF_KEYS] }]);
    delegated(client);
  });
  const row = await screen.findByRole('row', { name: /Bring back the key/ });
  fireEvent.click(within(row).getByRole('button', { name: /What is needed/ }));
  expect(within(row).getByText(/^Only the customer can do this: .* “FabrikamKV” \(secrets\/set\)\.$/)).toBeDefined();
  expect(screen.getByText(/^No Azure Lighthouse delegation can hold the rights you’re still missing/)).toBeDefined();
  expect(screen.queryByText(/Request to send on/)).toBeNull();
  expect(screen.queryByText(/Key Vault Administrator/)).toBeNull();
});

test('a letter to a customer asks for a role in the delegation, which no command of an assignment gives', async () => {
  const change = { roles: ['Key Vault Reader'], delegable: { roles: ['Reader'], never: [] } };
  show((client, key) => {
    client.setQueryData(key, [
      { step: 'restore-keys', needs: [], missing: [OF_KEYS] },
      { step: 'look-at-key-vault', needs: [], missing: [lacking(OF_KEYS.scope, change)] },
    ]);
    delegated(client);
  });
  const letter = await screen.findByRole('region', { name: 'English' });
  expect(letter.textContent).toContain(`– in the Azure Lighthouse delegation, the role Reader on ${OF_KEYS.scope}`);
  expect(letter.textContent).not.toMatch(/Key Vault|az role|New-AzRoleAssignment/);
  expect(within(screen.getByLabelText('For the step')).getAllByRole('option')).toHaveLength(1);
});

test('in a subscription of one’s own company a letter asks for the role and has the commands', async () => {
  show((client, key) => client.setQueryData(key, [{ step: 'restore-keys', needs: [], missing: [OF_KEYS] }]));
  const letter = await screen.findByRole('region', { name: 'English' });
  expect(letter.textContent).toMatch(/– the role Key Vault Administrator on [^]*az role assignment create/);
});
