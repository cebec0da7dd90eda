import { useQuery } from '@tanstack/react-query';
import type { Vault, VaultCounts } from '@tresor/contracts';
import { isImmutable } from '@tresor/support-matrix';
import { vaultGuardQuery } from '../../api/rights-query';
import { messages as guardMessages } from '../../azure/guard/messages';
import type { Message } from '../../language/messages';
import { regionName } from '../../words/regions';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { Essentials } from '../../ui/layout/essentials';
import { TextLink } from '../../ui/actions/text-link';
import { REPLICATION_WORDS } from '../../words/replication';
import { messages } from './messages';
import { own } from '../../api/own';

/** Azure's words; one that is not here is shown as it is. */
const WORDS: Readonly<Record<string, Message>> = {
  ...REPLICATION_WORDS,
  Enabled: messages.enabled,
  AlwaysON: messages.alwaysOn,
  Disabled: messages.disabled,
  Succeeded: messages.active,
  Provisioning: messages.provisioning,
  Updating: messages.changing,
  Deleting: messages.removing,
};

interface VaultEssentialsProps {
  vault: Vault | undefined;
  counts: VaultCounts | undefined;
  /** What stands where they are not known. */
  untold: string;
}

export function VaultEssentials({ vault, counts, untold }: VaultEssentialsProps) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const { data: guard } = useQuery(vaultGuardQuery(path));
  const word = (stated: string | null) => {
    if (stated === null) return text(messages.notStated);
    const known = own(WORDS, stated);
    return known === undefined ? stated : text(known);
  };
  const replication = () => {
    if (vault === undefined) return '…';
    const stated = word(vault.storageReplication);
    return vault.storageReplicationLocked === true ? text(messages.replicationLocked, { replication: stated }) : stated;
  };
  return (
    <Essentials
      entries={[
        { name: text(messages.resourceGroup), value: path.resourceGroup },
        {
          name: text(messages.vmItems),
          value: counts === undefined ? untold : <TextLink to={paths.items(path)}>{format.number(counts.protectedItems)}</TextLink>,
        },
        { name: text(messages.status), value: vault === undefined ? '…' : word(vault.provisioningState) },
        { name: text(messages.replication), value: replication() },
        { name: text(messages.location), value: vault === undefined ? '…' : text(regionName(vault.location)) },
        { name: text(messages.softDelete), value: vault === undefined ? '…' : word(vault.softDelete) },
        ...(vault !== undefined && isImmutable(vault.immutability)
          ? [
              {
                name: text(messages.immutability),
                value: text(vault.immutability === 'Locked' ? messages.immutableLocked : messages.enabled),
              },
            ]
          : []),
        ...(guard ? [{ name: text(guardMessages.title), value: text(messages.guard, { guard: guard.name }) }] : []),
        { name: text(messages.subscriptionName), value: vault?.subscriptionName ?? '…' },
        { name: text(messages.subscriptionId), value: path.subscriptionId },
      ]}
    />
  );
}
