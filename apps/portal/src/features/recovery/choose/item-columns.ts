import type { ItemInVault } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useSubscriptionName } from '../../../azure/estate/use-subscription-name';
import { useText } from '../../../language/use-text';
import type { TableColumn } from '../../../ui/table/table-types';
import { messages } from './messages';

const STANDING = { there: messages.there, gone: messages.goneWord, unseen: messages.unseen } as const;

/** What is told of a machine that may be chosen. */
export function useItemColumns(): TableColumn<ItemInVault>[] {
  const text = useText();
  const format = useFormat();
  const subscriptionName = useSubscriptionName();
  return useMemo(() => {
    const column = (id: string, header: string, read: (item: ItemInVault) => string, width = 1): TableColumn<ItemInVault> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const subscription = ({ vault: { subscriptionId } }: ItemInVault) => subscriptionName(subscriptionId);
    const latest = ({ latestRecoveryPoint: at }: ItemInVault) => (at === null ? text(messages.neverBackedUp) : format.dateTime(at));
    const tags = ({ tags: own }: ItemInVault) => {
      if (own === null) return text(messages.tagsUnseen);
      const words = Object.entries(own).map(([name, value]) => text(messages.tagOf, { name, value }));
      return words.length === 0 ? text(messages.noTags) : words.join(', ');
    };
    return [
      column('machine', text(messages.machine), ({ name }) => name, 1.3),
      column('standing', text(messages.standing), ({ machine }) => text(STANDING[machine]), 0.9),
      { ...column('latest', text(messages.latest), latest, 1.2), order: ({ latestRecoveryPoint: at }) => Date.parse(at ?? '') || 0 },
      column('tags', text(messages.tags), tags, 1.3),
      column('group', text(messages.machineGroup), ({ resourceGroup }) => resourceGroup),
      column('vault', text(messages.vault), ({ vault }) => vault.vaultName),
      column('subscription', text(messages.subscription), subscription),
    ];
  }, [text, format, subscriptionName]);
}
