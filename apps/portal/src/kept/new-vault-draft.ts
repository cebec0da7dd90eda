import type { SoftDeleteChoice, StorageReplication } from '@tresor/contracts';
import { useMemo } from 'react';
import { useAccount } from '../session/use-account';
import { draftStore, useDraft } from './draft-store';

/** The form of a new vault as the person left it. */
export interface NewVaultDraft {
  name: string;
  subscriptionId: string;
  isNewGroup: boolean;
  group: string;
  newGroup: string;
  location: string;
  replication: StorageReplication;
  softDelete: SoftDeleteChoice;
  intentId: string | null;
}

const empty: NewVaultDraft = {
  name: '',
  subscriptionId: '',
  isNewGroup: false,
  group: '',
  newGroup: '',
  location: '',
  replication: 'GeoRedundant',
  softDelete: 'Enabled',
  intentId: null,
};

/** All tabs of the browser share it: two tabs give the same id, and the server acts once. */
const newVaultDrafts = draftStore('new-vault', 1, empty, 'browser');

export interface NewVaultDraftHandle {
  draft: NewVaultDraft;
  dirty: boolean;
  /** Another request is another attempt. */
  change: (change: Partial<Omit<NewVaultDraft, 'intentId'>>) => void;
  /** The id to send this under, the same at every press, and what forgets the form once that is done: false where it says something else by then. */
  sending: () => { intentId: string; done: () => boolean };
  discard: () => void;
}

export function useNewVaultDraft(): NewVaultDraftHandle {
  const { id } = useAccount();
  const draft = useDraft(newVaultDrafts, id);
  return useMemo(
    () => ({
      draft,
      dirty: draft.name !== '' || draft.newGroup !== '',
      change: (change) => newVaultDrafts.change(id, { ...change, intentId: null }),
      sending() {
        const intentId = newVaultDrafts.read(id).intentId ?? crypto.randomUUID();
        newVaultDrafts.change(id, { intentId });
        return { intentId, done: newVaultDrafts.sending(id) };
      },
      discard: () => newVaultDrafts.clear(id),
    }),
    [draft, id],
  );
}
