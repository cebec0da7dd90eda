import { useQuery } from '@tanstack/react-query';
import type { Item, ItemInVault, VaultPath } from '@tresor/contracts';
import { useMemo, type ReactNode } from 'react';
import { standingMessages } from '../../words/standing-words';
import { isUnseen, standingsQuery } from '../../azure/items/standings';
import { namedFew } from '../../language/named-few';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { InfoBox } from '../../ui/feedback/info-box';
import { AllNames } from '../../ui/layout/all-names';

export type StandingItem = Item & Partial<Pick<ItemInVault, 'machine'>>;

/** The items of a vault with what it does not tell itself: which of their machines are gone, and of which that is not to be seen. */
export function useStandings(path: VaultPath, items: readonly Item[] | undefined): { items: readonly StandingItem[]; note: ReactNode } {
  const text = useText();
  const format = useFormat();
  const { data, error } = useQuery(standingsQuery(path));
  const standing = useMemo(() => {
    const machines = new Map(data?.map(({ id, machine }) => [id.toLowerCase(), machine]));
    return (items ?? []).map((item) => {
      const machine = machines.get(item.id.toLowerCase());
      return machine === undefined ? item : { ...item, machine };
    });
  }, [data, items]);
  const unseen = standing.filter(isUnseen).map(({ name }) => name);
  const unread = data === undefined && error !== null && standing.length > 0;
  const note =
    unread || unseen.length > 0 ? (
      <InfoBox>
        <p>
          {unread
            ? text(standingMessages.unread)
            : text(standingMessages.unseen, { count: unseen.length, names: namedFew(unseen, format, text) })}
        </p>
        <AllNames names={unseen} />
      </InfoBox>
    ) : null;
  return { items: standing, note };
}
