import { useQuery } from '@tanstack/react-query';
import type { ItemPath, TargetRegion } from '@tresor/contracts';
import { useState } from 'react';
import { vaultOf } from '../../../api/queries';
import { storageAccountsQuery } from '../../../api/restore-queries';
import { useEdition } from '../../../kept/edition';
import type { RestoreDraft } from '../../../kept/item-drafts';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { messages as common } from '../messages';
import { configurationMessages as messages } from './configuration-messages';
import { pairedMessages } from './paired-messages';
import { hasPoint, isOwnSilent, usePairedRegion } from './region-field';
import { useTargetGroup } from './target-group';

/** The region of the disks: the vault's own, unless somebody wants the paired one, or the own one is silent. */
function useTargetRegion(path: ItemPath, { point, configuration }: RestoreDraft, offersGroup: boolean) {
  const [picked, choose] = useState<TargetRegion | null>(null);
  const pair = usePairedRegion(path);
  const isSilent = isOwnSilent(point);
  const isWanted = isSilent || (picked ?? configuration?.region) === 'paired';
  const isThere = pair.data?.state === 'open' && hasPoint(pair.data, point);
  const isPaired = isWanted && offersGroup && point?.managedDisks === true && isThere;
  return { pair, choose, isPaired, isReading: isWanted && pair.isPending, isNowhere: isSilent && !isPaired };
}

/** The storage account through which the disks come; the only one that can be used is chosen beforehand. */
function useAccount(path: ItemPath, { configuration }: RestoreDraft, isPaired: boolean) {
  const accounts = useQuery(storageAccountsQuery(vaultOf(path), useEdition(), isPaired ? 'paired' : 'own'));
  const [picked, choose] = useState<string | null>(null);
  const usable = accounts.data?.filter(({ reason }) => reason === null) ?? [];
  const onlyOne = usable.length === 1 ? usable[0]?.id : undefined;
  const wanted = picked ?? configuration?.storageAccountId ?? onlyOne;
  return { accounts, choose, chosen: usable.find(({ id }) => id === wanted) };
}

/** Where the disks of the chosen point go. */
export function useConfiguration(path: ItemPath) {
  const edition = useEdition();
  const { draft, choose } = useRestoreDraft(path);
  const { point, configuration } = draft;
  const offersGroup = edition === 'current' && point !== null;
  const region = useTargetRegion(path, draft, offersGroup);
  const { isPaired } = region;
  const account = useAccount(path, draft, isPaired);
  const group = useTargetGroup({ path, configuration, isOffered: offersGroup, isPaired });

  const whyNot = () => {
    if (point === null) return common.pointFirst;
    if (account.accounts.isPending || group.isReading || region.isReading) return common.loading;
    if (region.isNowhere) return pairedMessages.neither;
    return group.whyNot ?? (account.chosen === undefined ? messages.chooseAccount : undefined);
  };
  /** Whether it is whole; what is as it was before is no other choice. */
  const keep = () => {
    const { chosen } = account;
    const { targetGroup } = group;
    if (chosen === undefined || targetGroup === undefined) return false;
    const next = {
      storageAccountId: chosen.id,
      storageAccountName: chosen.name,
      targetGroup,
      region: isPaired ? ('paired' as const) : ('own' as const),
    };
    if (JSON.stringify(next) !== JSON.stringify(configuration)) choose({ configuration: next });
    return true;
  };
  return { point, offersGroup, region, account, group, whyNot: whyNot(), keep };
}
