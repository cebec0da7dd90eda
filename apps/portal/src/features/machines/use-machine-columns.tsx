import type { VirtualMachine } from '@tresor/contracts';
import { classifyEncryption, nameOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { messages as provenMessages } from '../../azure/recovery/messages';
import { ProvenOfMachine } from '../../azure/recovery/proven-of-machine';
import { useProvenByMachine } from '../../azure/recovery/use-proven';
import { useProvenWords } from '../../azure/recovery/use-proven-words';
import { useSubscriptionName } from '../../azure/estate/use-subscription-name';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { encryptionNames } from '../../words/encryption';
import { regionName } from '../../words/regions';
import { messages } from './messages';

/** The columns of the list of machines: what encrypts each, which vault backs it up, and when it was last brought up from there. */
export function useMachineColumns(): readonly TableColumn<VirtualMachine>[] {
  const text = useText();
  const subscriptionName = useSubscriptionName();
  const { proven } = useProvenByMachine();
  const provenWords = useProvenWords();
  return useMemo(() => {
    const plain = (id: string, header: string, read: (machine: VirtualMachine) => string, width = 1): TableColumn<VirtualMachine> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const protection = ({ protectedByVaultId: id, stoppedInVaultId: stoppedIn, deletedInVaultId: deletedIn }: VirtualMachine) => {
      if (id !== null) return text(messages.protectedIn, { vault: nameOf(id) });
      if (stoppedIn !== null) return text(messages.stoppedIn, { vault: nameOf(stoppedIn) });
      return deletedIn === null ? text(messages.unprotected) : text(messages.deletedIn, { vault: nameOf(deletedIn) });
    };
    return [
      plain('name', text(messages.name), ({ name }) => name, 1.7),
      plain('encryption', text(messages.encryption), (machine) => text(encryptionNames[classifyEncryption(machine).kind]), 1.1),
      {
        ...plain('protection', text(messages.protection), protection, 1.9),
        cell: (machine) =>
          machine.protectedByVaultId === null ? <StatusBadge status="warning">{protection(machine)}</StatusBadge> : protection(machine),
      },
      {
        ...plain('proven', text(provenMessages.title), ({ id }) => provenWords(id), 1.5),
        cell: ({ subscriptionId, resourceGroup: vmGroup, name: vmName }) => (
          <ProvenOfMachine machine={{ subscriptionId, vmGroup, vmName }} />
        ),
        order: ({ id }) => Date.parse(proven?.get(id.toLowerCase())?.at ?? '') || 0,
      },
      plain('system', text(messages.system), ({ osType }) => osType, 0.7),
      plain('group', text(messages.group), ({ resourceGroup }) => resourceGroup, 1.2),
      plain('subscription', text(messages.subscription), ({ subscriptionId: id }) => subscriptionName(id), 1.3),
      plain('region', text(messages.region), ({ location }) => text(regionName(location))),
    ];
  }, [text, subscriptionName, proven, provenWords]);
}
