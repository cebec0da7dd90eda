import { useQuery } from '@tanstack/react-query';
import type { ManagementGroup, ManagementGroupName } from '@tresor/contracts';
import { useEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType, useResolvedPath } from 'react-router';
import { isManagementGroupName } from '../../api/known-ids';
import { managementGroupsQuery } from '../../api/queries';
import { keepGroup, keptGroup } from '../../kept/kept-group';
import type { Message } from '../../language/messages';
import { useChoices } from '../../map/use-choices';
import { useAccount } from '../../session/use-account';
import { useAddressChoice } from '../../ui/fields/use-address-choice';

/** The choice in the address by which lists over the estate are about one management group. */
export const GROUP = 'group';

export interface EstateScope {
  /** Undefined where the list is about all subscriptions. */
  managementGroup: ManagementGroupName | undefined;
  /** Those that can be chosen. */
  groups: readonly ManagementGroup[];
  /** Whether it isn’t known yet which those are. */
  isPending: boolean;
  choose: (name: string) => void;
}

const NONE: readonly never[] = [];

/** What is said of all subscriptions, or of the management group that a list is about. */
export const saidOf = ({ managementGroup }: Pick<EstateScope, 'managementGroup'>, ofAll: Message, ofGroup: Message): Message =>
  managementGroup === undefined ? ofAll : ofGroup;

/** Which subscriptions a list over the estate is about, as its address says. */
export function useEstateScope(): EstateScope {
  const { id } = useAccount();
  const [asked, setAsked] = useAddressChoice(GROUP);
  const { data: groups = NONE, isPending } = useQuery(managementGroupsQuery());
  const choose = (name: string) => {
    keepGroup(id, name);
    setAsked(name);
  };
  return { managementGroup: isManagementGroupName(asked) ? asked : undefined, groups, isPending, choose };
}

/**
 * A list over the estate that is opened without any filter is about the group that the person chose last; with a filter its address tells all,
 * so that a link shows everybody the same. Filters that are taken off replace the address: that opens nothing. Neither does closing what was
 * opened from the list.
 */
export function useKeptGroup(): void {
  const { id } = useAccount();
  const { pathname: own } = useResolvedPath('.');
  const { pathname, search } = useLocation();
  const isReplaced = useNavigationType() === NavigationType.Replace;
  const [, choose] = useChoices();
  const wasSeen = useRef(false);
  const hasOpened = useRef(false);
  useEffect(() => {
    const isOwn = pathname === own;
    const isReturn = hasOpened.current && wasSeen.current;
    hasOpened.current = !isOwn;
    if (!isOwn) return;
    wasSeen.current = true;
    const group = keptGroup(id);
    if (!isReplaced && !isReturn && search === '' && group !== '') choose(new URLSearchParams({ [GROUP]: group }));
  }, [own, pathname, search, isReplaced, id, choose]);
}
