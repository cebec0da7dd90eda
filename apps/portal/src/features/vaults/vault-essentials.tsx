import type { Vault, VaultCounts } from '@tresor/contracts';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { useVaultPath } from '../../paths';
import { Essentials } from '../../ui/essentials';
import { TextLink } from '../../ui/text-link';
import { messages } from './messages';

/** Azure's word with the letters the documentation uses. */
const REPLICATION: Readonly<Record<string, string>> = {
  LocallyRedundant: 'LRS (LocallyRedundant)',
  GeoRedundant: 'GRS (GeoRedundant)',
  ZoneRedundant: 'ZRS (ZoneRedundant)',
};

interface VaultEssentialsProps {
  vault: Vault | undefined;
  counts: VaultCounts | undefined;
}

export function VaultEssentials({ vault, counts }: VaultEssentialsProps) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const replication = () => {
    if (vault === undefined) return '…';
    const stated = REPLICATION[vault.storageReplication ?? ''] ?? vault.storageReplication ?? text(messages.notStated);
    return vault.storageReplicationLocked === true ? text(messages.replicationLocked, { replication: stated }) : stated;
  };
  const state = vault?.provisioningState === 'Succeeded' ? text(messages.active) : vault?.provisioningState;
  return (
    <Essentials
      entries={[
        { name: text(messages.resourceGroup), value: path.resourceGroup },
        {
          name: text(messages.vmItems),
          value: counts === undefined ? '…' : <TextLink to="items">{format.number(counts.protectedItems)}</TextLink>,
        },
        { name: text(messages.status), value: state ?? '…' },
        { name: text(messages.replication), value: replication() },
        { name: text(messages.location), value: vault?.location ?? '…' },
        { name: text(messages.softDelete), value: vault === undefined ? '…' : (vault.softDelete ?? text(messages.notStated)) },
        { name: text(messages.subscriptionName), value: vault?.subscriptionName ?? '…' },
        { name: text(messages.subscriptionId), value: path.subscriptionId },
      ]}
    />
  );
}
