// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { itemsQuery, policiesQuery } from '../../api/queries';
import { rightsQuery } from '../../api/rights-query';
import { paths } from '../../map/paths';
import { adeleIsHere } from '../../testing/adele';
import { backupItemOf } from '../../testing/backup-item';
import { knownOnly, mount } from '../../testing/mount';
import { lacking } from '../../testing/lacking';
import { armId, VAULT } from '../../testing/places';
import DeletePolicy from './delete-policy.blade';

beforeEach(adeleIsHere);

const daily = { frequency: 'daily', time: '23:30' } as const;
const retention = { daily: { count: 30 }, weekly: null, monthly: null, yearly: null };

test('who may not delete a policy is told the role that may, and not first that it is in use', () => {
  const client = knownOnly();
  client.setQueryData(itemsQuery(VAULT).queryKey, [{ ...backupItemOf('VM1'), policyName: 'Nightly' }]);
  client.setQueryData(policiesQuery(VAULT).queryKey, [
    { name: 'Nightly', kind: 'standard', timeZone: 'UTC', schedule: daily, retention, instantRestoreDays: 2, protectedItems: 1 },
  ]);
  const { subscriptionId, resourceGroup, vaultName } = VAULT;
  const scope = armId('Microsoft.RecoveryServices/vaults', vaultName);
  const missing = [lacking(scope, { roles: ['Backup Contributor'] })];
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, [
    { step: 'delete-policy', needs: [], missing },
  ]);
  mount(<DeletePolicy />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/policies/of/:policyName/delete',
    address: paths.deletePolicy({ ...VAULT, policyName: 'Nightly' }),
  });
  expect(screen.getByRole('button', { name: 'Delete' }).title).toContain('Backup Contributor');
});
