import type { ItemPath, JobId } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { useEffect, useMemo, useState } from 'react';
import { useAccount } from '../session/use-account';
import { useDraft } from './draft-store';
import {
  type BackUpNowDraft,
  backUpNowDrafts,
  type BegunRestore,
  type Choice,
  chosen,
  emptyRestoreDraft,
  type RestoreDraft,
  restoreDrafts,
} from './item-drafts';

/** One draft per machine and account: nobody finds the choices of somebody else. */
function useOwner({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }: ItemPath): string {
  const account = useAccount();
  return [account.id, subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/');
}

/** The same for what a restore is continued with, by its job: a colleague may take it over in the same tab. */
export const useRestoreOwner = (jobId: JobId): string => `${useAccount().id}/${jobId}`;

const newId = () => crypto.randomUUID();

interface RestoreDraftHandle {
  draft: RestoreDraft;
  /** Another choice is another attempt: whatever changes, the id of an earlier attempt is forgotten. */
  choose: (change: Choice) => void;
  /** The id to restore this choice under, the same in every tab, until the choice changes. */
  intentId: (edition: Edition) => string;
  /** The restore was begun with what was chosen, which has done its work: false where something else is chosen by then, which stays. */
  begin: (begun: BegunRestore) => boolean;
  /** What another tab has begun since this blade was opened. */
  begunElsewhere: BegunRestore | null;
  discard: () => void;
}

export function useRestoreDraft(item: ItemPath): RestoreDraftHandle {
  const owner = useOwner(item);
  const draft = useDraft(restoreDrafts, owner);
  const [before] = useState(draft.begun?.intentId);
  return useMemo(
    () => ({
      draft,
      begunElsewhere: draft.begun?.intentId === before ? null : draft.begun,
      choose: (change) => restoreDrafts.change(owner, chosen(change, newId)),
      intentId(edition) {
        // The id that belongs to what is on the screen: another tab may have begun, or chosen otherwise, a moment ago.
        const { attempt } = draft;
        if (attempt === null) throw new Error('Nothing was chosen that could be restored.');
        return attempt[edition];
      },
      begin(begun) {
        const { attempt } = restoreDrafts.read(owner);
        if (attempt !== null && !Object.values(attempt).includes(begun.intentId)) return false;
        restoreDrafts.change(owner, { ...emptyRestoreDraft, begun });
        return true;
      },
      discard: () => restoreDrafts.clear(owner),
    }),
    [draft, before, owner],
  );
}

interface BackUpNowDraftHandle {
  draft: BackUpNowDraft;
  choose: (retainUntil: string) => void;
  /** The id to back up under, and what forgets the day once that is done: false where another day is entered by then. */
  sending: () => { intentId: string; done: () => boolean };
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
      sending() {
        const intentId = backUpNowDrafts.read(owner).intentId ?? newId();
        backUpNowDrafts.change(owner, { intentId });
        const forget = backUpNowDrafts.sending(owner);
        const done = () => forget() || backUpNowDrafts.read(owner).retainUntil === null;
        return { intentId, done };
      },
      discard: () => backUpNowDrafts.clear(owner),
    }),
    [draft, owner],
  );
}
