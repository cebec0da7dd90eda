import type { KeyChain, KeyLink, KeyState, Restore, RestoreScriptValues, VaultPath } from '@tresor/contracts';
import type { Refusal } from './write-script';
import type { Keys, KeyValues, MachineValues, RestoreValues } from './values';

/** What a person has chosen for what is still to be done. */
export interface Choice {
  /** ARM id of the key vault for what must be put back from the backup; null: where it was. */
  keyVaultId: string | null;
  machine: MachineValues;
  policyName: string;
}

/** Puts together what the scripts of a restore are filled with, or says what is missing. */
export function restoreValues(vault: VaultPath, restore: Restore, known: RestoreScriptValues, choice: Choice): RestoreValues | Refusal {
  const { osType, recoveryPointId: pointId, encrypted, keyChain } = restore;
  if (pointId === null) return 'point-unknown';
  if (osType === 'unknown') return 'system-unknown';
  if (known.storageAccountId === null) return 'account-gone';
  if (encrypted && (keyChain === null || known.heldKeys === null)) return 'keys-unknown';
  const keys = keyChain && known.heldKeys && keysFor(keyChain, known.heldKeys, choice.keyVaultId);
  return {
    ...vault,
    vmGroup: restore.vmGroup,
    vmName: restore.vmName,
    location: known.location,
    jobId: restore.jobId,
    pointId,
    osType,
    storageAccountId: known.storageAccountId,
    targetGroup: restore.targetGroup,
    ...(restore.pairedRegion !== null && { inPair: true as const }),
    pass: restore.pass ?? 'dual',
    keys,
    disks: known.disks,
    machine: known.machine ?? choice.machine,
    policyName: choice.policyName,
  };
}

/** The key chain as scripts take it. `chosen`: the key vault for what must be put back from the backup; null: where it was. */
export function keysFor({ secret, key }: KeyChain, held: NonNullable<RestoreScriptValues['heldKeys']>, chosen: string | null): Keys {
  return {
    secret: toKey(secret, held.secretUrl, chosen),
    key: key && held.keyUrl !== null ? toKey(key, held.keyUrl, chosen) : null,
  };
}

/** What can be made good where it is: recovered, enabled, or its key vault enabled for disk encryption. */
const REVIVABLE = new Set<KeyState>([
  'present',
  'deleted',
  'vault-deleted',
  'vault-registering',
  'vault-not-enabled',
  'disabled',
  'expired',
]);

/** Whether something of the chain must be put back from the backup, into a key vault that somebody chooses. */
export const needsKeyVault = ({ secret, key }: KeyChain): boolean =>
  !REVIVABLE.has(secret.state) || (key !== null && !REVIVABLE.has(key.state));

function toKey({ state, keyVaultId, version }: KeyLink, heldUrl: string, chosen: string | null): KeyValues {
  if (!REVIVABLE.has(state)) return { heldUrl, keyVaultId: chosen ?? keyVaultId, version, state: 'absent' };
  const there = state === 'present' || state === 'disabled' || state === 'expired' ? state : 'absent';
  return { heldUrl, keyVaultId, version, state: there };
}
