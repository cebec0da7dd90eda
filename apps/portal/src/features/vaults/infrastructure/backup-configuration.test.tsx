// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { StepRights, VaultConfiguration } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { vaultConfigurationQuery } from '../../../api/queries';
import { rightsQuery } from '../../../api/rights-query';
import { paths } from '../../../map/paths';
import { dismissFinished } from '../../../notifications/notifications';
import { adeleIsHere } from '../../../testing/adele';
import { knownOnly, mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import BackupConfiguration from './backup-configuration.blade';

beforeEach(adeleIsHere);
afterEach(dismissFinished);

const { subscriptionId, resourceGroup, vaultName } = VAULT;
const present: VaultConfiguration = { storageReplication: 'GeoRedundant', softDelete: 'Enabled', softDeleteDays: 14, lockedBy: null };
const rights: StepRights[] = (['configure-vault', 'turn-off-soft-delete'] as const).map((step) => ({ step, needs: [], missing: [] }));

function open() {
  const client = knownOnly();
  client.setQueryData(vaultConfigurationQuery(VAULT).queryKey, present);
  client.setQueryData(rightsQuery({ subscriptionId, vault: { resourceGroup, vaultName } }).queryKey, rights);
  mount(<BackupConfiguration />, {
    client,
    address: paths.configuration(VAULT),
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/*',
  });
}

/** A page of a test before may still ask, by an address alone, whether the server is back. */
const isOwn = (asked: unknown) => asked instanceof Request;

const isChosen = (name: string) => screen.getByRole('radio', { name }).matches(':checked');

test('what is chosen while another change is being saved is not taken back when that is saved', async () => {
  const sent: ((answer: Response) => void)[] = [];
  vi.stubGlobal('fetch', (asked: unknown) => new Promise<Response>((resolve) => isOwn(asked) && sent.push(resolve)));
  open();
  fireEvent.click(screen.getByRole('radio', { name: 'Locally-redundant' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  fireEvent.click(screen.getByRole('radio', { name: 'Disabled' }));
  await act(async () => sent[0]?.(Response.json({ ...present, storageReplication: 'LocallyRedundant' })));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Save' }).getAttribute('aria-disabled')).not.toBe('true'));
  expect([isChosen('Locally-redundant'), isChosen('Disabled')]).toEqual([true, true]);
});
