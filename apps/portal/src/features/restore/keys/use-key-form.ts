import { useQuery } from '@tanstack/react-query';
import type { JobId, KeyChain, KeysHow, Restore, VaultPath } from '@tresor/contracts';
import { firstWay, sameName } from '@tresor/support-matrix';
import { useState } from 'react';
import { isKeyVaultId, isResourceGroupName } from '../../../api/known-ids';
import { keyVaultSuggestionQuery, keyVaultTargetsQuery, resourceGroupsQuery } from '../../../api/restore-queries';
import { useDraft } from '../../../kept/draft-store';
import { newKeyVaultDrafts, newKeyVaultName } from '../../../kept/item-drafts';
import { useRestoreOwner } from '../../../kept/use-item-drafts';
import type { Message } from '../../../language/messages';
import { isKeyVaultName, keyOffers, type KeyWay } from './key-offers';
import { originalTarget, usableTargets } from './key-targets';
import { keyMessages as messages } from './key-messages';

type Places = Pick<Restore, 'vmGroup' | 'isolatedGroup'>;

/** The way back that is chosen, and what it needs. `before`: what was chosen once. */
export function useKeyForm(path: VaultPath, jobId: JobId, chain: KeyChain, { vmGroup, isolatedGroup }: Places, before?: KeysHow | null) {
  const read = useQuery(keyVaultTargetsQuery(path, jobId));
  const targets = read.data ?? [];
  const groups = useQuery(resourceGroupsQuery(path));
  const suggestion = useQuery(keyVaultSuggestionQuery(path, jobId));
  const unread = read.isError ? messages.targetsUnread : messages.targetsLoading;
  const offers = keyOffers(chain, read.data, unread, isolatedGroup !== null);
  const [wantedWay, setWay] = useState<KeyWay | null>(before?.way ?? null);
  const [wantedTarget, setTarget] = useState<string | null>(before?.way === 'restore' ? before.keyVaultId : null);
  const owner = useRestoreOwner(jobId);
  const draft = useDraft(newKeyVaultDrafts, owner);
  const named = before?.way === 'create' ? before : undefined;
  const typed = draft.name === '' ? (named?.name ?? '') : draft.name;

  const open = offers.filter(({ reason }) => reason === undefined).map(({ way }) => way);
  const first = firstWay(chain, targets);
  // Before the key vaults are known, a new one looks like the only way: a person may choose it, nobody is led there.
  const isKnown = read.data !== undefined || first === 'recover';
  const proposed = isKnown ? (open.find((each) => each === first) ?? open.at(-1)) : undefined;
  const way = open.find((each) => each === wantedWay) ?? proposed ?? null;
  const target = usableTargets(targets).find(({ id }) => id === wantedTarget) ?? originalTarget(targets, chain.secret.keyVaultId) ?? null;
  const name = newKeyVaultName(typed, suggestion.data?.name, chain.secret.keyVaultName);
  const isPossible = (group: { name: string }) => isolatedGroup === null || sameName(group.name, isolatedGroup);
  const group = isolatedGroup ?? (draft.group === '' ? (named?.group ?? vmGroup) : draft.group);

  const whyNot = (): Message | undefined => {
    if (way === null) return isKnown ? messages.foreignKey : unread;
    if (way === 'restore' && target === null) return messages.chooseTarget;
    if (way === 'create' && typed === '' && suggestion.isPending) return messages.nameLoading;
    return way === 'create' && !isKeyVaultName(name) ? messages.newNameFault : undefined;
  };

  const how = () => {
    if (way === null) throw new Error('Bringing the keys back needs a way.');
    if (way === 'recover') return { way } as const;
    if (way === 'restore') {
      if (target === null || !isKeyVaultId(target.id)) throw new Error('Restoring the keys needs a key vault.');
      return { way, keyVaultId: target.id } as const;
    }
    if (!isResourceGroupName(group)) throw new Error('A new key vault needs a resource group.');
    return { way, name, group } as const;
  };

  return {
    offers,
    way,
    setWay,
    targets,
    target,
    setTarget,
    groups: (groups.data ?? []).filter(isPossible),
    name,
    group,
    change: (change: { name?: string; group?: string }) => newKeyVaultDrafts.change(owner, change),
    sending: () => newKeyVaultDrafts.sending(owner),
    error: read.error ?? groups.error,
    refresh: () => {
      for (const each of [read, groups, suggestion]) void each.refetch();
    },
    whyNot,
    how,
  };
}

export type KeyForm = ReturnType<typeof useKeyForm>;
