import type { ItemPath } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { useEffect, useMemo } from 'react';
import { useAccount } from '../session/use-account';
import { useDraft } from './draft-store';
import { type BackUpNowDraft, backUpNowDrafts, chosen, type RestoreDraft, restoreDrafts } from './item-drafts';

/** One draft per machine and account: nobody finds the choices of somebody else. */
function useOwner({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }: ItemPath): string {
  const account = useAccount();
  return [account.id, subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/');
}

const newId = () => crypto.randomUUID();

export interface RestoreDraftHandle {
  draft: RestoreDraft;
  /** Another choice is another attempt: whatever changes, the id of an earlier attempt is forgotten. */
  choose: (change: Partial<Omit<RestoreDraft, 'attempt'>>) => void;
  /** The id to restore this choice under, the same in every tab, until the choice changes. */
  intentId: (edition: Edition) => string;
  discard: () => void;
}

export function useRestoreDraft(item: ItemPath): RestoreDraftHandle {
  const owner = useOwner(item);
  const draft = useDraft(restoreDrafts, owner);
  return useMemo(
    () => ({
      draft,
      choose: (change) => restoreDrafts.change(owner, chosen(change, newId)),
      intentId(edition) {
        const { attempt } = restoreDrafts.read(owner);
        if (attempt === null) throw new Error('Nothing was chosen that could be restored.');
        return attempt[edition];
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
  const isNamed = draft.intentId !== null;
  // Named while the blade opens: an id that is made when somebody presses may be made in two tabs at once.
  useEffect(() => {
    if (!isNamed) backUpNowDrafts.change(owner, { intentId: newId() });
  }, [isNamed, owner]);
  return useMemo(
    () => ({
      draft,
      choose: (retainUntil) => backUpNowDrafts.change(owner, { retainUntil, intentId: newId() }),
      intentId() {
        const intentId = backUpNowDrafts.read(owner).intentId ?? newId();
        backUpNowDrafts.change(owner, { intentId });
        return intentId;
      },
      discard: () => backUpNowDrafts.clear(owner),
    }),
    [draft, owner],
  );
}
