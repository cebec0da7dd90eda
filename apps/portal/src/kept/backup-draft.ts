import type { Edition, VirtualMachineFacts } from '@tresor/support-matrix';
import { draftStore } from './draft-store';

/** What the wizard has to know of a chosen machine after the list is closed. */
export type ChosenMachine = Pick<VirtualMachineFacts, 'id' | 'name' | 'resourceGroup' | 'osType' | 'encryption'>;

/** One try at enabling: the id is the idempotency key, so the same choice is never enabled under two ids. */
interface EnableAttempt {
  batchId: string;
  edition: Edition;
}

export interface BackupDraft {
  goalChosen: boolean;
  policyName: string | null;
  machines: ChosenMachine[];
  /** Ids ticked in the list and not yet confirmed with OK; null when the list agrees with `machines`. */
  ticked: string[] | null;
  attempt: EnableAttempt | null;
}

export const emptyBackupDraft: BackupDraft = { goalChosen: false, policyName: null, machines: [], ticked: null, attempt: null };

export const backupDrafts = draftStore('backup', 1, emptyBackupDraft);

/** Something was chosen and is not enabled yet. */
export const isDirty = ({ goalChosen, policyName, machines, ticked }: BackupDraft): boolean =>
  goalChosen || policyName !== null || machines.length > 0 || (ticked !== null && ticked.length > 0);

export const isComplete = (draft: BackupDraft): draft is BackupDraft & { policyName: string } =>
  draft.goalChosen && draft.policyName !== null && draft.machines.length > 0;

const keyVaultIds = new WeakMap<readonly ChosenMachine[], readonly string[]>();

/** The ids of the key vaults of the machines, each once. ARM ids differ in case and mean the same. A list, which may be long, is read once. */
export function keyVaultIdsOf(machines: readonly ChosenMachine[]): readonly string[] {
  let known = keyVaultIds.get(machines);
  if (known === undefined) {
    const ids = new Map<string, string>();
    for (const { encryption } of machines) for (const id of encryption.keyVaultIds) ids.set(id.toLowerCase(), id);
    known = [...ids.values()].toSorted((a, b) => a.localeCompare(b));
    keyVaultIds.set(machines, known);
  }
  return known;
}

/** The attempt under way for this choice, or a new one where there is none or the rule set was switched. */
export function attemptFor(draft: BackupDraft, edition: Edition, newId: () => string): EnableAttempt {
  return draft.attempt?.edition === edition ? draft.attempt : { batchId: newId(), edition };
}
