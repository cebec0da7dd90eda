import type { RehearsalLeft } from '@tresor/contracts';
import pLimit from 'p-limit';
import { parseArmId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { listDeletedOfGroup, purgeDateOf, purgeKeyVault, type TemporaryKeyVault } from '../../../azure/keys/temporary-key-vaults';
import { momentOf } from '../../../azure/moments';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { vaultOf } from '../machine-key';
import type { RecoveryInHand } from '../recovery-in-hand';
import type { FoundGroup } from './found-groups';

const PARALLEL = 4;

/** Purges the key vaults that went with the groups, and tells of those that stay, and until when. */
export async function purgeKeyVaults(hand: RecoveryInHand, azure: AzureSession, groups: readonly FoundGroup[]): Promise<RehearsalLeft[]> {
  const gone = groups.filter(({ isThere, isSeen }) => isSeen && !isThere);
  const listed = await Promise.all(gone.map(({ id }) => listDeletedOfGroup(azure, id)));
  const all = new Map<string, TemporaryKeyVault>();
  // A list shows late what was just deleted: those that were decided are asked for by name.
  for (const keyVault of [...(await decidedKeyVaults(hand)), ...listed.flatMap((some) => some ?? [])]) {
    if (gone.some(({ id }) => keyVault.id.toLowerCase().startsWith(`${id}/`.toLowerCase()))) all.set(keyVault.id.toLowerCase(), keyVault);
  }
  const there = await pLimit(PARALLEL).map([...all.values()], async (keyVault) =>
    (await purgeDateOf(azure, keyVault)) === undefined ? [] : [keyVault.name],
  );
  await hand.noteStood(there.flat().map((name) => ({ kind: 'key-vault', name })));
  const left = await Promise.all([...all.values()].map((keyVault) => purged(azure, keyVault)));
  return left.flatMap((one) => one ?? []);
}

async function purged(azure: AzureSession, keyVault: TemporaryKeyVault): Promise<RehearsalLeft | null> {
  const isPurged = await purgeKeyVault(azure, keyVault);
  azure.forget();
  const until = await purgeDateOf(azure, keyVault);
  if (until === undefined || (isPurged && until === null)) return null;
  const state = until === null ? 'unseen' : 'soft-deleted';
  return { kind: 'key-vault', name: keyVault.name, state, until: momentOf(until), message: null };
}

/** Those that a restore of the run was told to make, whether or not it came to that. */
async function decidedKeyVaults({ run, session, record }: RecoveryInHand): Promise<TemporaryKeyVault[]> {
  const found = record.machines.map(async ({ item, jobId }) => {
    const vault = vaultOf(item);
    const plan = jobId === null ? undefined : await run.restores.look({ azure: session, vault, jobId });
    const keys = plan?.record.answers.keys;
    if (keys?.way !== 'create') return [];
    const id = `/subscriptions/${item.subscriptionId}/resourceGroups/${keys.group}/providers/Microsoft.KeyVault/vaults/${keys.name}`;
    const name = parseArmId(id)?.name ?? keys.name;
    return [{ id, name, location: await vaultLocation(session, vault), purgeProtected: false, retentionDays: 0 }];
  });
  return (await Promise.all(found)).flat();
}
