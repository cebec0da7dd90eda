import type { KeyVaultDetails, VirtualMachine } from '@tresor/contracts';
import { regionName } from '../../../words/regions';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { Essentials } from '../../../ui/layout/essentials';
import { messages } from './messages';

export function KeyVaultFacts({ details, machines }: { details: KeyVaultDetails; machines: readonly VirtualMachine[] }) {
  const text = useText();
  const format = useFormat();
  const { model, location, network, enabledForDiskEncryption } = details;
  const users = machines.length === 0 ? text(messages.noMachine) : format.list(machines.map(({ name }) => name));
  return (
    <Essentials
      entries={[
        { name: text(messages.model), value: text(messages[model]) },
        { name: text(messages.location), value: text(regionName(location)) },
        { name: text(messages.firewall), value: text(messages[network]) },
        { name: text(messages.diskEncryption), value: text(enabledForDiskEncryption ? messages.yes : messages.no) },
        { name: text(messages.usedBy), value: users },
      ]}
    />
  );
}
