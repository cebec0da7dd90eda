import type { VaultPath } from '@tresor/contracts';
import { classifyEncryption, nameOf } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { encryptionNames } from '../../words/encryption';
import { regionName } from '../../words/regions';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import type { TableColumn } from '../../ui/table/table-types';
import { AgentCell } from '../../azure/machines/agent-cell';
import { machineMessages as messages } from './machine-messages';
import type { JudgedMachine } from './selection';

const keyVaultsOf = ({ machine }: JudgedMachine) => machine.encryption.keyVaultIds.map(nameOf).join(', ');

export function useMachineColumns(path: VaultPath): readonly TableColumn<JudgedMachine>[] {
  const text = useText();
  return useMemo(() => {
    const encryption = ({ machine }: JudgedMachine) => text(encryptionNames[classifyEncryption(machine).kind]);
    const plain = (id: string, header: string, read: (row: JudgedMachine) => string, width?: number): TableColumn<JudgedMachine> => ({
      id,
      header,
      cell: read,
      text: read,
      ...(width !== undefined && { width }),
    });
    return [
      { ...plain('name', text(messages.name), ({ machine }) => machine.name, 2.2), cell: (row) => <NameCell row={row} /> },
      plain('resource-group', text(messages.resourceGroup), ({ machine }) => machine.resourceGroup, 1.4),
      {
        ...plain('encryption', text(messages.encryption), encryption, 1.2),
        cell: (row) => (
          <div>
            <TextLink
              to={paths.encryptionInWizard({ ...path, vmGroup: row.machine.resourceGroup, vmName: row.machine.name })}
              aria-label={text(messages.encryptionOf, { kind: encryption(row), name: row.machine.name })}
            >
              {encryption(row)}
            </TextLink>
          </div>
        ),
      },
      plain('key-vault', text(messages.keyVault), keyVaultsOf, 1.4),
      plain('region', text(messages.region), ({ machine }) => text(regionName(machine.location)), 1.3),
      {
        id: 'agent',
        header: text(messages.agent),
        cell: ({ id, agent, verdict }) => (
          <AgentCell id={id} agent={agent} wanted={verdict.allowed} tooOld={!verdict.allowed && verdict.ruleId === 'agent-too-old'} />
        ),
        text: ({ agent }) => agent?.version ?? '',
        width: 1.75,
      },
    ];
  }, [text, path]);
}

/** The check box and the line below say to the eye whether a machine can be chosen; this says it to the ear. */
function NameCell({ row: { machine, verdict } }: { row: JudgedMachine }) {
  const text = useText();
  return (
    <>
      <span>{machine.name}</span> <span className="visually-hidden">({text(verdict.allowed ? messages.choosable : messages.refused)})</span>
    </>
  );
}
