import type { KeyChain, KeyLink, KeyState, RecoveryScriptMachine, Restore, RestoreScriptValues, VaultPath } from '@tresor/contracts';
import type { Refusal } from './write-script';
import type { Keys, KeyValues, MachineValues, PlannedValues, RestoreValues } from './values';

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
    serviceAppId: known.serviceAppId,
    jobId: restore.jobId,
    pointId,
    osType,
    storageAccountId: known.storageAccountId,
    targetGroup: restore.targetGroup,
    ...(restore.pairedRegion !== null && { inPair: true as const }),
    pass: restore.pass ?? 'dual',
    keys,
    disks: known.disks,
    machine: { ...(known.machine ?? named(choice.machine)), ...(restore.isolatedGroup !== null && ISOLATED) },
    policyName: choice.policyName,
  };
}

/** Without tags whose names are still to be typed. */
const named = ({ addedTags = [], ...machine }: MachineValues): MachineValues => ({
  ...machine,
  addedTags: addedTags.filter(({ name }) => name !== ''),
});

/** A machine that stands apart is not taken for the old one, nor does it take room from others of its group. */
const ISOLATED = { withoutProximityGroup: true, withoutTags: true };

/** The key chain as scripts take it. `chosen`: the key vault for what must be put back from the backup; null: where it was. */
function keysFor({ secret, key }: KeyChain, held: NonNullable<RestoreScriptValues['heldKeys']>, chosen: string | null): Keys {
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

/** A machine of a recovery plan that a script can bring back, with its wave. */
export type ReadyMachine = Extract<RecoveryScriptMachine, { state: 'ready' }> & { wave: number };

/** In which order machines come back: wave by wave, by their names in each. */
const byTurn = (a: ReadyMachine, b: ReadyMachine): number => a.wave - b.wave || a.item.vmName.localeCompare(b.item.vmName, 'en');

/** What the scripts of a plan are filled with. What was in one key vault goes into one new one, that of the first machine. */
export function plannedValues(machines: readonly ReadyMachine[]): PlannedValues[] {
  const made = new Map<string, string>();
  const together = (original: string, keyVaultId: string | null): string | null => {
    if (keyVaultId === null) return null;
    const shared = made.get(original.toLowerCase()) ?? keyVaultId;
    made.set(original.toLowerCase(), shared);
    return shared;
  };
  return machines
    .toSorted(byTurn)
    .map(({ item, wave, location, serviceAppId, pointId, osType, pass, storageAccountId, targetGroup, keys, machine, policyName }) => ({
      ...item,
      wave,
      location,
      serviceAppId,
      pointId,
      osType,
      pass,
      storageAccountId,
      targetGroup,
      keys: keys && keysFor(keys.chain, keys.held, together(keys.chain.secret.keyVaultId, keys.keyVaultId)),
      machine,
      policyName,
    }));
}
