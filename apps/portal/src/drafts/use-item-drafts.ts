import type { ItemPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { useAccount } from '../session/use-account';
import { useDraft } from './draft-store';
import { type BackUpNowDraft, backUpNowDrafts, type RestoreAttempt, type RestoreDraft, restoreAttempt, restoreDrafts } from './item-drafts';

/** One draft per machine and account: nobody finds the choices of somebody else. */
function useOwner({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }: ItemPath): string {
  const account = useAccount();
  return [account.id, subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/');
}

export interface RestoreDraftHandle {
  draft: RestoreDraft;
  /** Another choice is another attempt: whatever changes, the id of an earlier attempt is forgotten. */
  choose: (change: Partial<Omit<RestoreDraft, 'attempt'>>) => void;
  /** The id to restore this choice under, the same in every tab, until the choice changes. */
  attempt: (edition: Edition) => RestoreAttempt;
  discard: () => void;
}

export function useRestoreDraft(item: ItemPath): RestoreDraftHandle {
  const owner = useOwner(item);
  const draft = useDraft(restoreDrafts, owner);
  return useMemo(
    () => ({
      draft,
      choose: (change) => restoreDrafts.change(owner, { ...change, attempt: null }),
      attempt(edition) {
        const attempt = restoreAttempt(restoreDrafts.read(owner), edition, () => crypto.randomUUID());
        restoreDrafts.change(owner, { attempt });
        return attempt;
      },
      discard: () => restoreDrafts.clear(owner),
    }),
    [draft, owner],
  );
}

export interface BackUpNowDraftHandle {
  draft: BackUpNowDraft;
  choose: (retainUntil: string) => void;
  intentId: () => string;
  discard: () => void;
}

export function useBackUpNowDraft(item: ItemPath): BackUpNowDraftHandle {
  const owner = useOwner(item);
  const draft = useDraft(backUpNowDrafts, owner);
  return useMemo(
    () => ({
      draft,
      choose: (retainUntil) => backUpNowDrafts.change(owner, { retainUntil, intentId: null }),
      intentId() {
        const intentId = backUpNowDrafts.read(owner).intentId ?? crypto.randomUUID();
        backUpNowDrafts.change(owner, { intentId });
        return intentId;
      },
      discard: () => backUpNowDrafts.clear(owner),
    }),
    [draft, owner],
  );
}
