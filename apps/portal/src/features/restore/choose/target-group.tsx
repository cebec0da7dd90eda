import { useQuery } from '@tanstack/react-query';
import { sameName } from '@tresor/support-matrix';
import type { ItemPath } from '@tresor/contracts';
import { useState } from 'react';
import { vaultOf } from '../../../api/queries';
import { resourceGroupsQuery } from '../../../api/restore-queries';
import type { ChosenPoint, RestoreConfiguration } from '../../../kept/item-drafts';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';
import { SelectField } from '../../../ui/fields/fields';
import { regionName } from '../../../words/regions';
import { configurationMessages as messages } from './configuration-messages';

/** The choice that leaves the disks in the storage account. */
const AS_VHD = '';
/** What no resource group is called. */
const NOT_CHOSEN = '?';

interface TargetGroupOf {
  path: ItemPath;
  /** What was confirmed before. */
  configuration: RestoreConfiguration | null;
  /** Whether there is a group to choose at all; January 2017 had none. */
  isOffered: boolean;
  isPaired: boolean;
}

/** The resource group of the disks; `chosen` is empty where they stay VHDs, and undefined as long as only a person knows. */
export function useTargetGroup({ path, configuration, isOffered, isPaired }: TargetGroupOf) {
  const groups = useQuery({ ...resourceGroupsQuery(vaultOf(path)), enabled: isOffered });
  const [picked, choose] = useState<string | null>(null);
  const names = groups.data?.map(({ name }) => name) ?? [];
  // Of VHDs no machine comes any more: they are nothing to begin with, and in the paired region there are none.
  const asked = picked ?? (configuration === null ? path.vmGroup : (configuration.targetGroup ?? AS_VHD));
  const wanted = isPaired && asked === AS_VHD ? path.vmGroup : asked;
  const known = wanted === AS_VHD ? AS_VHD : names.find((name) => sameName(name, wanted));
  const proposed = names.length === 0 && !isPaired ? AS_VHD : names.length === 1 ? names[0] : undefined;
  // Among several others only a person knows where the disks belong.
  const chosen = known ?? proposed;
  const whyNot = () => {
    if (isOffered && groups.data === undefined) return messages.groupsUnread;
    if (isPaired && names.length === 0) return messages.noGroups;
    return chosen === undefined ? messages.chooseGroup : undefined;
  };
  return {
    groups,
    isPaired,
    chosen,
    choose,
    isReading: isOffered && groups.isPending,
    whyNot: whyNot(),
    /** As it is kept: null for VHDs. */
    targetGroup: chosen === AS_VHD ? null : chosen,
  };
}

interface TargetGroupFieldProps {
  of: ReturnType<typeof useTargetGroup>;
  point: ChosenPoint;
}

export function TargetGroupField({ of: { groups, isPaired, chosen, choose }, point }: TargetGroupFieldProps) {
  const text = useText();
  return (
    <>
      <SelectField
        label={text(messages.targetGroup)}
        hint={text(point.managedDisks ? messages.targetGroupHint : messages.becomeManaged)}
        value={chosen ?? NOT_CHOSEN}
        onChange={(_, { value }) => choose(value)}
        options={[
          ...(chosen === undefined ? [{ value: NOT_CHOSEN, label: text(messages.chooseGroup) }] : []),
          ...(groups.data ?? []).map(({ name, location }) => ({ value: name, label: `${name} (${text(regionName(location))})` })),
          ...(isPaired || groups.data === undefined ? [] : [{ value: AS_VHD, label: text(messages.asVhd) }]),
        ]}
      />
      {groups.data !== undefined && chosen === AS_VHD && !isPaired && <InfoBox>{text(messages.vhdsStartNothing)}</InfoBox>}
    </>
  );
}
