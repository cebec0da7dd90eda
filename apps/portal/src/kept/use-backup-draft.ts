import type { SeenPolicy, VaultPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { useAccount } from '../session/use-account';
import { attemptFor, type BackupDraft, backupDrafts } from './backup-draft';
import { useDraft } from './draft-store';
import { newPolicyDrafts, policyChangeDrafts, type PolicyForm } from './new-policy-draft';

/** One draft per vault and account: nobody finds the choices of somebody else. */
function useOwner({ subscriptionId, resourceGroup, vaultName }: VaultPath): string {
  const account = useAccount();
  return `${account.id}/${subscriptionId}/${resourceGroup}/${vaultName}`;
}

interface BackupDraftHandle {
  draft: BackupDraft;
  /** Another choice is another attempt: whatever changes, the id of an earlier attempt is forgotten. */
  choose: (change: Partial<Omit<BackupDraft, 'attempt'>>) => void;
  /** Keeps what is ticked in the list until OK; that alone is no other choice. */
  tick: (ids: string[]) => void;
  /** The id to enable this choice under: always the same, until the choice changes; and what forgets it once that is done, but nothing that was chosen since. */
  sending: (edition: Edition) => { batchId: string; done: () => void };
  /** Forgets the choices, and with them an unfinished new policy. */
  discard: () => void;
}

export function useBackupDraft(vault: VaultPath): BackupDraftHandle {
  const owner = useOwner(vault);
  const draft = useDraft(backupDrafts, owner);
  return useMemo(
    () => ({
      draft,
      choose: (change) => backupDrafts.change(owner, { ...change, attempt: null }),
      tick: (ticked) => backupDrafts.change(owner, { ticked }),
      sending(edition) {
        const attempt = attemptFor(backupDrafts.read(owner), edition, () => crypto.randomUUID());
        backupDrafts.change(owner, { attempt });
        const forget = [backupDrafts, newPolicyDrafts].map((drafts) => drafts.sending(owner));
        return {
          batchId: attempt.batchId,
          done() {
            for (const each of forget) each();
          },
        };
      },
      discard() {
        backupDrafts.clear(owner);
        newPolicyDrafts.clear(owner);
      },
    }),
    [draft, owner],
  );
}

export interface PolicyDraftHandle {
  form: PolicyForm | null;
  keep: (form: PolicyForm) => void;
  /** What forgets the form once what is sent now is done: false where it says something else by then. */
  sending: () => () => boolean;
  discard: () => void;
}

export function useNewPolicyDraft(vault: VaultPath): PolicyDraftHandle {
  const owner = useOwner(vault);
  const { form } = useDraft(newPolicyDrafts, owner);
  return useMemo(
    () => ({
      form,
      keep: (form) => newPolicyDrafts.change(owner, { form }),
      sending: () => newPolicyDrafts.sending(owner),
      discard: () => newPolicyDrafts.clear(owner),
    }),
    [form, owner],
  );
}

interface PolicyChangeDraftHandle extends PolicyDraftHandle {
  /** What the policy said when the change was begun; others may have changed it since. */
  seen: SeenPolicy;
  /** What was changed so far is saved: what is entered beyond that goes on from there. */
  goOnFrom: (saved: SeenPolicy) => void;
}

export function usePolicyChangeDraft(vault: VaultPath, policyName: string, present: SeenPolicy): PolicyChangeDraftHandle {
  const owner = `${useOwner(vault)}/${policyName}`;
  const { form, seen } = useDraft(policyChangeDrafts, owner);
  return useMemo(
    () => ({
      form,
      seen: seen ?? present,
      keep: (form) => policyChangeDrafts.change(owner, { form, seen: seen ?? present }),
      goOnFrom: (saved) => policyChangeDrafts.change(owner, { seen: saved }),
      sending: () => policyChangeDrafts.sending(owner),
      discard: () => policyChangeDrafts.clear(owner),
    }),
    [form, owner, present, seen],
  );
}
