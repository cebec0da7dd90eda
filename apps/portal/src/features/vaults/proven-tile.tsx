import { useQuery } from '@tanstack/react-query';
import type { Vault } from '@tresor/contracts';
import { provenRestoresQuery } from '../../api/recovery-queries';
import { messages } from '../../azure/recovery/messages';
import { useFormat } from '../../language/use-format';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { Tile } from '../../ui/layout/tile';

/** Of how many machines of the vault a restore was proven, and how long ago at worst. */
export function ProvenTile({ vault }: { vault: Vault | undefined }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { data, error } = useQuery(provenRestoresQuery());
  const isOwn = ({ item }: NonNullable<typeof data>[number]) =>
    `/subscriptions/${item.subscriptionId}/resourceGroups/${item.resourceGroup}/`.toLowerCase() ===
      `/subscriptions/${vault?.subscriptionId ?? ''}/resourceGroups/${vault?.resourceGroup ?? ''}/`.toLowerCase() &&
    item.vaultName.toLowerCase() === vault?.name.toLowerCase();
  const own = vault && data?.filter(isOwn);
  const proven = own?.filter(({ isProven }) => isProven);
  const [oldest] = proven?.map(({ at }) => at).toSorted() ?? [];
  const told = (value: string | undefined) => (error === null ? (value ?? '…') : text(messages.unknown));
  return (
    <Tile
      title={text(messages.title)}
      to={paths.recoveryPlans()}
      rows={[
        { name: text(messages.machines), value: told(proven && format.number(proven.length)) },
        { name: text(messages.failedMachines), value: told(own && proven && format.number(own.length - proven.length)) },
        {
          name: text(messages.oldest),
          value: told(proven && (oldest === undefined ? text(messages.never) : format.relative(oldest, new Date(now)))),
        },
      ]}
    />
  );
}
