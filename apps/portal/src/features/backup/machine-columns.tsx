import { useMemo } from 'react';
import { keyVaultName } from '../../drafts/backup-draft';
import { useText } from '../../i18n/use-text';
import { StatusBadge } from '../../ui/status-badge';
import type { TableColumn } from '../../ui/table-types';
import { AgentCell } from './agent-cell';
import { machineMessages as messages } from './machine-messages';
import type { JudgedMachine } from './selection';

const ENCRYPTION = { none: messages.none, bek: messages.bek, 'bek-kek': messages.bekKek } as const;

const keyVaultsOf = ({ machine }: JudgedMachine) => machine.encryption.keyVaultIds.map(keyVaultName).join(', ');

export function useMachineColumns(): readonly TableColumn<JudgedMachine>[] {
  const text = useText();
  return useMemo(() => {
    const encryption = ({ machine }: JudgedMachine) => text(ENCRYPTION[machine.encryption.kind]);
    const plain = (id: string, header: string, read: (row: JudgedMachine) => string, width?: number): TableColumn<JudgedMachine> => ({
      id,
      header,
      cell: read,
      text: read,
      ...(width !== undefined && { width }),
    });
    return [
      plain('name', text(messages.name), ({ machine }) => machine.name, 2),
      plain('resource-group', text(messages.resourceGroup), ({ machine }) => machine.resourceGroup, 1.4),
      plain('encryption', text(messages.encryption), encryption, 1.3),
      plain('key-vault', text(messages.keyVault), keyVaultsOf, 1.3),
      plain('region', text(messages.region), ({ machine }) => machine.location, 1.1),
      {
        id: 'agent',
        header: text(messages.agent),
        cell: ({ id, agent, verdict }) => <AgentCell id={id} agent={agent} wanted={verdict.allowed} />,
        text: ({ agent }) => agent?.version ?? '',
        width: 1.6,
      },
      {
        id: 'status',
        header: text(messages.status),
        cell: (row) => <StatusCell row={row} />,
        text: ({ verdict }) => text(verdict.allowed ? messages.choosable : messages.refused),
        width: 1.6,
      },
    ];
  }, [text]);
}

function StatusCell({ row: { verdict } }: { row: JudgedMachine }) {
  const text = useText();
  if (!verdict.allowed) return <StatusBadge status="error">{text(messages.refused)}</StatusBadge>;
  return <StatusBadge status="success">{text(messages.choosable)}</StatusBadge>;
}
