import { classifyEncryption } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { encryptionNames } from '../../words/encryption';
import { regionName } from '../../words/regions';
import { useText } from '../../language/use-text';
import { AgentCell } from '../../azure/machines/agent-cell';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { TableColumn } from '../../ui/table/table-types';
import { messages } from './messages';
import { isEncrypted, type ReadyMachine } from './ready-machine';
import { READINESS_STATUS, useReadinessWords } from './use-readiness-words';

export function useReadinessColumns(): readonly TableColumn<ReadyMachine>[] {
  const text = useText();
  const words = useReadinessWords();
  return useMemo(() => {
    const plain = (id: string, header: string, read: (row: ReadyMachine) => string, width = 1): TableColumn<ReadyMachine> => ({
      id,
      header,
      cell: read,
      text: read,
      width,
    });
    const stateCell = (row: ReadyMachine) => <StatusBadge status={READINESS_STATUS[row.readiness.state]}>{words(row)}</StatusBadge>;
    const agentCell = (row: ReadyMachine) => (
      <AgentCell id={row.id} agent={row.agent} wanted={isEncrypted(row) && row.readiness.state !== 'protected'} />
    );
    return [
      plain('name', text(messages.name), ({ machine }) => machine.name, 1.6),
      plain('encryption', text(messages.encryption), ({ machine }) => text(encryptionNames[classifyEncryption(machine).kind]), 1.1),
      { ...plain('state', text(messages.state), words, 3), cell: stateCell },
      { ...plain('agent', text(messages.agent), ({ agent }) => agent?.version ?? agent?.state ?? '', 1.4), cell: agentCell },
      plain('system', text(messages.system), ({ machine }) => machine.osType, 0.8),
      plain('group', text(messages.group), ({ machine }) => machine.resourceGroup, 1.3),
      plain('region', text(messages.region), ({ machine }) => text(regionName(machine.location)), 1.2),
    ];
  }, [text, words]);
}
