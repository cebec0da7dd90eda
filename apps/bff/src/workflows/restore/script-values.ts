import type { RestoreScriptValues, VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { readMadeMachine } from '../../azure/compute/made-machine';
import { parseKeyUrl } from '../../azure/keys/key-reference';
import type { HeldKeys } from '../../azure/restores/held-keys';
import { listStorageAccounts } from '../../azure/restores/storage-accounts';
import { vaultLocation } from '../../azure/vaults/vaults';
import { inSight } from '../../facts';
import { readJourney } from './journey/journey';

export async function getScriptValues(session: AzureSession, vault: VaultPath, jobId: string): Promise<RestoreScriptValues> {
  const { attributes, disks, held, machine, pairedRegion } = await readJourney(session, vault, jobId);
  const id = inSight(machine, null)?.id;
  const [location, accounts, made] = await Promise.all([
    pairedRegion ?? vaultLocation(session, vault),
    listStorageAccounts(session, vault, 'current'),
    id === undefined ? null : readMadeMachine(session, id),
  ]);
  return {
    location,
    serviceAppId: session.cloud.backupService,
    storageAccountId: accounts.find(({ name }) => name === attributes.storageAccountName)?.id ?? null,
    heldKeys: held && urlsOf(held),
    disks: inSight(disks, []).flatMap(({ id, url }) => id ?? url ?? []),
    machine: made,
  };
}

/** The URLs of what a recovery point holds, as scripts take them; null where one has no version. */
export function urlsOf({ urls }: HeldKeys): RestoreScriptValues['heldKeys'] {
  const secretUrl = parseKeyUrl(urls.secretUrl)?.url;
  const keyUrl = urls.key ? parseKeyUrl(urls.key.keyUrl)?.url : null;
  return secretUrl === undefined || keyUrl === undefined ? null : { secretUrl, keyUrl };
}
