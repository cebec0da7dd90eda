import { draftStore } from './draft-store';

/** What is chosen for the rest of a restore beside its machine, by the restore's job. */
export interface PlanChoices {
  protect: boolean;
  /** Null: the policy that is proposed. */
  policyName: string | null;
  letBackupIn: boolean;
  removeLeftovers: boolean;
}

export const planDrafts = draftStore<PlanChoices>('restore-plan', 1, {
  protect: true,
  policyName: null,
  letBackupIn: true,
  removeLeftovers: true,
});
