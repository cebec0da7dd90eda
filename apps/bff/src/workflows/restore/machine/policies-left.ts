import type { KeyChain, KeysHow, MachineDraft, VaultPath } from '@tresor/contracts';
import { linksOf, revivedBy } from '@tresor/support-matrix';
import type { AzureSession } from '../../../azure/connection/azure';
import { vaultLocation } from '../../../azure/vaults/vaults';
import { readJourney, type Journey } from '../journey/journey';
import { groupIdOf } from '../journey/machine-place';
import { policiesAhead, type PoliciesAhead } from '../outlook/policies-ahead';
import { readToldSettings, tagsFor } from '../settings/old-and-new';

/** Which policies (Azure Policy) forbid the machine of a restore, as it is drafted, and what comes with it; disks that are there they let be. */
export async function policiesLeft(
  session: AzureSession,
  journey: Journey,
  machine: MachineDraft,
  keys: KeysHow | null = null,
): Promise<PoliciesAhead> {
  const { vault, item, pairedRegion, point, chain, attributes, machineId } = journey;
  if (point === null || (machineId.state === 'known' && machineId.value !== null)) return { denied: {}, areSeen: true };
  return policiesAhead(session, {
    item,
    location: pairedRegion ?? (await vaultLocation(session, vault)),
    group: groupIdOf(vault, machine),
    diskGroup: attributes.targetGroup === null ? null : `/subscriptions/${vault.subscriptionId}/resourceGroups/${attributes.targetGroup}`,
    areDisksThere: true,
    subnetId: machine.subnetId,
    publicIp: machine.publicIp,
    keyVault: keys?.way === 'create' && chain !== null ? { group: groupIdOf(vault, keys), original: chain.secret.keyVaultId } : null,
    recovered: keys?.way === 'recover' && chain !== null && pairedRegion === null ? deletedKeyVaults(chain) : [],
    chain,
    point: { osType: point.osType, vmSize: machine.size },
    tags: tagsFor(journey, await readToldSettings(session, journey), machine),
    isolation: null,
  });
}

const deletedKeyVaults = (chain: KeyChain) => [
  ...new Set(linksOf(chain).flatMap((link) => (revivedBy(link) === 'recover-key-vault' ? link.keyVaultId : []))),
];

/** The same of the machine alone, which a person is about to make. */
export async function readMachinePolicies(session: AzureSession, vault: VaultPath, jobId: string, machine: MachineDraft) {
  const { denied, areSeen } = await policiesLeft(session, await readJourney(session, vault, jobId), machine);
  return { policies: denied.machine ?? [], areSeen };
}
