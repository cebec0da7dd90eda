// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react';
import type { VaultGuard } from '@tresor/contracts';
import { beforeEach, expect, test } from 'vitest';
import { subscriptionsQuery } from '../../api/queries';
import { rightsQuery, vaultGuardQuery } from '../../api/rights-query';
import { adeleWasHere } from '../../testing/adele';
import { lacking } from '../../testing/lacking';
import { knownOnly, mount } from '../../testing/mount';
import { armId, VAULT } from '../../testing/places';
import { GuardNotice } from './guard-notice';

beforeEach(adeleWasHere);

const { subscriptionId, resourceGroup, vaultName } = VAULT;
const OWN = '00000000-0000-4000-8000-000000000001';
const ID = armId('Microsoft.DataProtection/resourceGuards', 'FabrikamGuard');
const guard: VaultGuard = {
  id: ID,
  name: 'FabrikamGuard',
  description: null,
  protects: ['stop-backup'],
  until: null,
  waitingSince: null,
  givers: ['Patti Fernandez'],
};

async function show(customerTenantId: string | null, id = ID) {
  const client = knownOnly();
  client.setQueryData(subscriptionsQuery().queryKey, [{ subscriptionId, name: 'Fabrikam Production', state: 'Enabled', customerTenantId }]);
  client.setQueryData<VaultGuard>(vaultGuardQuery(VAULT).queryKey, { ...guard, id });
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, [
    { step: 'stop-backup', needs: [], missing: [lacking(id, { roles: ['Backup MUA Operator'] })] },
  ]);
  mount(<GuardNotice path={VAULT} step="stop-backup" />, { client });
  fireEvent.click(screen.getByRole('button', { name: 'Request to send on' }));
  const letters = await Promise.all(['Deutsch', 'English'].map((name) => screen.findByRole('region', { name })));
  return letters.map(({ textContent }) => textContent);
}

test('of a customer’s Resource Guard the letter asks for the role in the delegation, which no command of an assignment gives', async () => {
  const [german, english] = await show('fabrikam');
  expect(german).toMatch(/die Rolle Backup MUA Operator so in die Azure Lighthouse-Delegierung auf/);
  expect(english).toMatch(/add the role Backup MUA Operator to the Azure Lighthouse delegation/);
  for (const letter of [german, english]) expect(letter).not.toMatch(/az role|New-AzRoleAssignment/);
  expect(screen.getByText(/Only the customer can give you the role/)).toBeDefined();
  expect(screen.queryByText(/Patti Fernandez/)).toBeNull();
});

test.each([
  ['of one’s own company', null, ID],
  ['of one’s own company before a customer’s vault', 'fabrikam', ID.replace(subscriptionId, OWN)],
])('of a Resource Guard %s the letter has the commands, and who can give the role is named', async (_, tenant, id) => {
  for (const letter of await show(tenant, id)) {
    expect(letter).toMatch(/az role assignment create [^]*New-AzRoleAssignment/);
    expect(letter).not.toContain('Lighthouse');
  }
  expect(screen.getByText(/The role can be given by: Patti Fernandez\./)).toBeDefined();
});
