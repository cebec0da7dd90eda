import type { KeyChain, KeyLink, KeyState, KeyVaultId, ResourceGroupName, VaultPath } from '@tresor/contracts';
import { linksOf, type Tags } from '@tresor/support-matrix';
import { givenOn } from '../../../azure/compute/old-tags';
import { sameId } from '../../../azure/connection/arm-id';
import type { AzureSession } from '../../../azure/connection/azure';
import { orGroupGone } from '../../../azure/connection/failures';
import { createKeyVault } from '../../../azure/keys/create-key-vault';
import { readKeyVaultPlace } from '../../../azure/keys/key-vault-place';
import { parseKeyUrl } from '../../../azure/keys/key-reference';
import { putBackKey, putBackSecret } from '../../../azure/keys/put-back';
import { readChain, unusable } from '../../../azure/keys/read-chain';
import { canRevive, enableForDiskEncryption, recoverKeyVault, revive, untilReachable } from '../../../azure/keys/revive';
import { findResourceGroup } from '../../../azure/resource-groups';
import { readKeyMaterial } from '../../../azure/restores/held-keys';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { inSight } from '../../../facts';
import { Problem } from '../../../problem';
import { findChain, homeOf } from '../journey/find-chain';
import { readStandingJourney, type Journey } from '../journey/journey';
import { listKeyVaultTargets } from '../keys/key-vault-targets';
import { readToldSettings, tagsFor, type TagsDecided } from '../settings/old-and-new';
import { isVerified } from './encryption';
import { DONE, hiddenState, NOT_NEEDED, state, type State, type StepFacts } from './state';

/** Where key and secret stand. */
export function keysStep({ encrypted, hasPoint, chain, keysThere, keysSettling, machine, open }: StepFacts): State {
  if (encrypted === false) return NOT_NEEDED;
  if (!keysThere) {
    const made = inSight(machine, null);
    if (isVerified(encrypted, made, open)) return DONE;
    if (hasPoint) return state('blocked', 'keys-unknown');
    return state('blocked', encrypted === null && made?.provisioning === 'done' ? 'encryption-unknown' : 'point-gone');
  }
  if (keysThere.state === 'known') {
    if (keysThere.value) return DONE;
    return keysSettling
      ? state('running', 'key-vault-registering')
      : state('ready', isGone(chain) ? 'keys-needed' : 'keys-unusable', 'restore-keys');
  }
  // A colleague is about to finish it: nobody does it a second time.
  if (keysSettling) return { ...state('hidden', 'key-vault-registering'), needs: keysThere.needs };
  const isMade = machine.state === 'known' && machine.value !== null;
  return isSomethingGone(chain) && !isMade
    ? { ...state('hidden', 'keys-out-of-sight', 'restore-keys'), needs: keysThere.needs }
    : hiddenState(keysThere.needs);
}

const GONE: readonly KeyState[] = ['missing', 'deleted', 'vault-missing', 'vault-deleted'];

const isGone = (chain: KeyChain | null) => chain === null || linksOf(chain).some(({ state }) => GONE.includes(state));

const OUT_OF_SIGHT: readonly KeyState[] = ['unreadable', 'firewalled', 'vault-registering'];

/** Whether something is known to be gone from where it was, whatever cannot be seen. */
export const isSomethingGone = (chain: KeyChain | null) =>
  chain !== null && linksOf(chain).some(({ state }) => state !== 'present' && !OUT_OF_SIGHT.includes(state));

type HowToRestoreKeys =
  | { way: 'recover' }
  | { way: 'restore'; keyVaultId: KeyVaultId }
  | { way: 'create'; name: string; group: ResourceGroupName };

type WithKeys = Journey & { [Name in 'point' | 'held' | 'chain']: NonNullable<Journey[Name]> };

/** Brings back what the chain lacks, looking before each step, so that asking again goes on where it stood. */
export async function restoreKeys(
  session: AzureSession,
  vault: VaultPath,
  jobId: string,
  how: HowToRestoreKeys,
  machine: TagsDecided = {},
): Promise<KeyChain> {
  const journey = await readStandingJourney(session, vault, jobId);
  if (!hasKeys(journey)) throw new Problem('keys-not-in-backup');
  if (leaveIsolation(journey, how)) throw new Problem('key-vault-refused', { fields: [how.way === 'create' ? 'how.group' : 'how.way'] });
  if (how.way === 'recover') await recover(session, journey);
  else await putBack(session, journey, await targetOf(session, journey, how, machine));
  const { item, point, held, isolatedGroup: within, pairedRegion: region } = journey;
  return (await findChain(session, item, point.id, held, { within, region })).chain;
}

/** Whether the keys of an isolated machine would come to stand elsewhere than the machine; of what is there already its targets tell. */
export function leaveIsolation({ isolatedGroup }: Pick<Journey, 'isolatedGroup'>, how: HowToRestoreKeys): boolean {
  if (isolatedGroup === null || how.way === 'restore') return false;
  return how.way === 'recover' || !sameId(how.group, isolatedGroup);
}

const hasKeys = (journey: Journey): journey is WithKeys => journey.point !== null && journey.held !== null && journey.chain !== null;

/** A key vault first, then what is in it, the key before the secret; at last the key vault is opened for disk encryption. */
async function recover(session: AzureSession, { held, vault, pairedRegion }: WithKeys): Promise<void> {
  const home = await homeOf(session, vault, pairedRegion);
  const read = async () => linksOf(await readChain(session, held.urls, home));
  const first = await read();
  // Somebody is bringing it back already, oneself before an answer that was lost.
  const registering = new Set(first.filter(({ state }) => state === 'vault-registering').map(({ keyVaultId }) => keyVaultId));
  for (const id of registering) await untilReachable(session, id);
  const before = registering.size > 0 ? await read() : first;
  const deletedVaults = new Set(before.filter(({ state }) => state === 'vault-deleted').map(({ keyVaultId }) => keyVaultId));
  for (const id of deletedVaults) {
    const place = await readKeyVaultPlace(session, id, home.location);
    if (place.state === 'deleted') await recoverKeyVault(session, id, place.location);
  }
  for (const link of await read()) if (canRevive(link)) await revive(session, link);
  // Also where nothing is left in it: what comes from the backup is to open disks there.
  for (const id of new Set(before.map(({ keyVaultId }) => keyVaultId))) {
    if (unusable(await readKeyVaultPlace(session, id), id, home) === 'vault-not-enabled') await enableForDiskEncryption(session, id);
  }
}

/** The shortest that Azure keeps a deleted key vault. */
export const SHORTEST_KEPT_DAYS = 7;

/** Within so many seconds the name of a key vault leads to it, as a rule. */
const REGISTERED_AFTER_S = 5;

/** In isolation those that its run gave the group. */
async function readTagsFor(session: AzureSession, journey: WithKeys, machine: TagsDecided): Promise<Tags> {
  const { vault, isolatedGroup } = journey;
  if (isolatedGroup === null) return tagsFor(journey, await readToldSettings(session, journey), machine);
  const group = await findResourceGroup(session, `/subscriptions/${vault.subscriptionId}/resourceGroups/${isolatedGroup}`);
  return givenOn(group?.tags ?? {});
}

async function targetOf(
  session: AzureSession,
  journey: WithKeys,
  how: Exclude<HowToRestoreKeys, { way: 'recover' }>,
  machine: TagsDecided,
): Promise<string> {
  const { vault, jobId, chain, isolation, pairedRegion } = journey;
  if (how.way === 'create') {
    const id = `/subscriptions/${vault.subscriptionId}/resourceGroups/${how.group}/providers/Microsoft.KeyVault/vaults/${how.name}`;
    await createKeyVault(session, {
      id,
      location: pairedRegion ?? (await vaultLocation(session, vault)),
      original: chain.secret.keyVaultId,
      jobId,
      tags: await readTagsFor(session, journey, machine),
      ...(isolation === 'rehearsal' && { keptDays: SHORTEST_KEPT_DAYS }),
    }).catch((error: unknown) => {
      throw orGroupGone(error);
    });
    return id;
  }
  const target = (await listKeyVaultTargets(session, vault, jobId)).find(({ id }) => sameId(id, how.keyVaultId));
  if (!target) throw new Problem('key-vault-not-found', { fields: ['how.keyVaultId'] });
  if (target.reason === 'firewalled') throw new Problem('key-vault-firewall');
  if (target.reason === 'registering') throw new Problem('key-vault-working', { retryAfter: REGISTERED_AFTER_S });
  if (target.reason !== null) throw new Problem('key-vault-refused', { fields: ['how.keyVaultId'] });
  return target.id;
}

async function putBack(session: AzureSession, { item, point, chain }: WithKeys, keyVaultId: string): Promise<void> {
  const { key, secret } = chain;
  const material = await readKeyMaterial(session, item, point.id);
  const isHere = (link: KeyLink) => sameId(link.keyVaultId, keyVaultId) && canRevive(link);
  let keyUrl = key?.url ?? null;
  if (key && key.state !== 'present') {
    const wanted = parseKeyUrl(key.url);
    if (!wanted) throw new Problem('keys-not-in-backup');
    keyUrl = await putBackKey(session, wanted, material.keyBackup, keyVaultId);
  }
  if (secret.state === 'present') return;
  if (isHere(secret)) {
    await revive(session, secret);
    return;
  }
  const wanted = parseKeyUrl(secret.url);
  if (!wanted) throw new Problem('keys-not-in-backup');
  const { vmName } = item;
  await putBackSecret(session, { wanted, value: material.secretValue, osType: point.osType, vmName, keyUrl }, keyVaultId);
}
