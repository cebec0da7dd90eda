import { randomUUID } from 'node:crypto';
import { recoveryPlan, type RecoveryMachineView, type RehearsalLeft } from '@tresor/contracts';
import type { Ask, Asked } from './ask';
import { recoveryPath } from './recovering';
import type { Contoso } from './start-contoso';

/** Rehearses a plan, or some of its machines. Answers the path of the rehearsal. */
export async function rehearse(ask: Ask, path: string, items: RecoveryMachineView['item'][] | null = null, asked?: Asked): Promise<string> {
  const rehearsalId = randomUUID();
  await ask.send(recoveryPlan, 'POST', `${path}/rehearse`, { rehearsalId, items }, asked);
  return recoveryPath(rehearsalId);
}

/** What a storage account keeps, or may keep, of deleted files goes by itself. */
export const isKeptFile = ({ kind, state }: Pick<RehearsalLeft, 'state'> & { kind: string }): boolean =>
  state === 'kept-untold' || (state === 'soft-deleted' && (kind === 'file' || kind === 'vhd'));

/** May do everything but see which containers a storage account has, and which it keeps. */
export const WITHOUT_CONTAINERS = {
  actions: ['*'],
  notActions: ['Microsoft.Storage/storageAccounts/blobServices/containers/read'],
  dataActions: ['*'],
};

const MADE = /tresor-(?:rehearsal|isolated)-/i;

interface Named {
  id: string;
}

/** What stands in Azure of any rehearsal: resources, and key vaults that lie deleted. */
export function standsOfRehearsals({ azure: { world } }: Pick<Contoso, 'azure'>): string[] {
  const deleted = world.documents<{ vault: Named }>('deleted-key-vaults').list();
  return [...world.resources.below('/subscriptions'), ...deleted.map(({ vault }) => vault)]
    .map(({ id }) => id)
    .filter((id) => MADE.test(id));
}

const KINDS = /\/providers\/Microsoft\.(?:Compute|Network|KeyVault)\//i;

/** Everything of others that a rehearsal could have touched, as it stands: machines, disks, networks, key vaults with what is in them, staged files. */
export function standsOfOthers({ azure }: Pick<Contoso, 'azure'>): Record<string, string> {
  const { world } = azure;
  const resources = world.resources.below('/subscriptions').filter(({ id }) => KINDS.test(id) && !MADE.test(id));
  const ofRehearsals = new Set(standsOfRehearsals({ azure }).map((id) => id.split('/').at(-1)?.toLowerCase()));
  const documents = ['key-vault-secrets', 'key-vault-keys', 'blob-containers'].flatMap((collection) =>
    world
      .documents<{ name: string; vault?: string; account?: string }>(collection)
      .list()
      .filter(({ vault }) => !ofRehearsals.has(vault))
      .map((one) => [`${collection} ${one.vault ?? one.account ?? ''}/${one.name}`, JSON.stringify(one)] as const),
  );
  return Object.fromEntries([...resources.map((one) => [one.id.toLowerCase(), JSON.stringify(one)] as const), ...documents]);
}
