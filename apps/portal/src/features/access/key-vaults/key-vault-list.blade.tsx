import { ArrowClockwise20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { KeyVaultAccess, VirtualMachine } from '@tresor/contracts';
import { useMemo } from 'react';
import { isKeyVaultId } from '../../../api/known-ids';
import { keyVaultAccessQuery } from '../../../api/queries';
import { virtualMachinesQuery } from '../../../api/virtual-machines-query';
import { Blade } from '../../../blades/blade';
import { keyVaultIdsOf } from '../../../kept/backup-draft';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import { titles } from '../../../map/map';
import { ResourceTable } from '../../../ui/table/resource-table';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { TableColumn } from '../../../ui/table/table-types';
import { ACCESS_STATES, byNeed } from '../../../words/key-vault-access';
import { firstMachines } from './first-machines';
import { messages } from './messages';

const NONE: readonly VirtualMachine[] = [];

/** The key vaults of the encrypted machines, with what Azure Backup may do there. */
export default function KeyVaultList() {
  const text = useText();
  const path = useVaultPath();
  const { data: list, error, isPending } = useQuery(virtualMachinesQuery(path.subscriptionId));
  const machines = list?.rows ?? NONE;
  const complete = list?.complete ?? false;
  const keyVaultIds = useMemo(() => (complete ? keyVaultIdsOf(machines).filter(isKeyVaultId) : []), [complete, machines]);
  const access = useQuery(keyVaultAccessQuery({ keyVaultIds, needsKeys: true }));
  const rows = useMemo(() => (access.data ?? []).toSorted(byNeed), [access.data]);
  const columns = useMemo<TableColumn<KeyVaultAccess>[]>(() => {
    const name = (row: KeyVaultAccess) => row.name;
    const word = ({ state }: KeyVaultAccess) => text(ACCESS_STATES[state][1]);
    const model = (row: KeyVaultAccess) => text(row.model === null ? messages.notKnown : messages[row.model]);
    const users = ({ id }: KeyVaultAccess) =>
      machines.filter(({ encryption }) => isAmong(encryption.keyVaultIds, id)).map((machine) => machine.name);
    const badge = (row: KeyVaultAccess) => <StatusBadge status={ACCESS_STATES[row.state][0]}>{word(row)}</StatusBadge>;
    return [
      { id: 'name', header: text(messages.name), cell: name, text: name },
      { id: 'state', header: text(messages.state), cell: badge, text: word, width: 1.2 },
      { id: 'model', header: text(messages.model), cell: model, text: model },
      {
        id: 'machines',
        header: text(messages.machines),
        cell: (row) => firstMachines(users(row), text),
        text: (row) => users(row).join(', '),
        order: (row) => users(row).length,
        width: 1.6,
      },
    ];
  }, [text, machines]);
  const checking = isPending || !complete || access.isFetching;
  return (
    <Blade
      title={text(titles.keyVaults)}
      subtitle={path.vaultName}
      busy={error === null && checking}
      problem={error ?? access.error}
      commands={[
        { id: 'check', label: text(messages.checkAgain), icon: <ArrowClockwise20Regular />, onClick: () => void access.refetch() },
      ]}
    >
      <p>{text(messages.listIntro)}</p>
      <ResourceTable
        label={text(titles.keyVaults)}
        filterLabel={text(messages.filter)}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        rowName={({ name }) => name}
        href={({ id }) => paths.keyVault(path, id)}
        empty={error === null && access.error === null && text(messages.empty)}
        loading={checking && rows.length === 0}
      />
    </Blade>
  );
}

const isAmong = (ids: readonly string[], id: string) => ids.some((one) => one.toLowerCase() === id.toLowerCase());
