import { ArrowDownload20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import type { VirtualMachine } from '@tresor/contracts';
import { subscriptionsQuery } from '../../api/queries';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { SightNote } from '../../azure/estate/sight-note';
import { ListBlade } from '../../blades/list-blade';
import { useLanguage } from '../../language/language';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths, vaultPathOfId } from '../../map/paths';
import { InfoBox } from '../../ui/feedback/info-box';
import { saveTable } from '../../ui/table/save-table';
import { countMachines, withoutMachines } from './machine-filter';
import { messages } from './messages';
import { useMachineColumns } from './use-machine-columns';
import { useMachineFilter } from './use-machine-filter';

const NONE: readonly never[] = [];

/** A machine that is backed up leads to its backup item, another to its encryption and what becomes of it. */
function hrefOf({ protectedByVaultId, subscriptionId, resourceGroup: vmGroup, name: vmName }: VirtualMachine): string {
  const vault = protectedByVaultId === null ? null : vaultPathOfId(protectedByVaultId);
  return vault === null ? paths.encryptionInReadiness({ subscriptionId, vmGroup, vmName }) : paths.item({ ...vault, vmGroup, vmName });
}

/** How many machines there are, and what of the estate is not seen. */
function Summary({ machines }: { machines: readonly VirtualMachine[] }) {
  const text = useText();
  const format = useFormat();
  const subscriptions = useQuery(subscriptionsQuery()).data ?? NONE;
  const missing = withoutMachines(subscriptions, machines);
  return (
    <InfoBox>
      <p>{text(messages.counts, { ...countMachines(machines) })}</p>
      {missing.length > 0 && (
        <p>
          {text(messages.notAll, {
            missing: missing.length,
            total: subscriptions.length,
            names: format.list(missing.map(({ name }) => name)),
          })}
        </p>
      )}
      <p>{text(messages.whatIsShown)}</p>
    </InfoBox>
  );
}

/** The virtual machines of all subscriptions: what encrypts them, which vault backs them up, and whether that was proven. */
export default function AllMachines() {
  const text = useText();
  const language = useLanguage();
  const list = useQuery({ ...virtualMachinesQuery(), select: ({ rows }) => rows });
  const complete = useQuery({ ...virtualMachinesQuery(), select: ({ complete }) => complete }).data === true;
  const columns = useMachineColumns();
  const machines = list.data ?? NONE;
  const { rows, tools } = useMachineFilter(machines);
  const save = () => saveTable(text(messages.fileName), columns, rows, language);
  const whyNot = () => {
    if (!complete) return text(messages.stillLoading);
    return rows.length === 0 ? text(messages.nothingToExport) : undefined;
  };
  return (
    <ListBlade
      id="allMachines"
      savesFilters
      query={list}
      commands={[{ id: 'csv', label: text(messages.exportCsv), icon: <ArrowDownload20Regular />, onClick: save, reason: whyNot() }]}
      filterLabel={text(messages.filter)}
      tools={tools}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={hrefOf}
      empty={text(machines.length === 0 ? messages.empty : messages.emptyFilter)}
    >
      <SightNote />
      {complete && <Summary machines={machines} />}
    </ListBlade>
  );
}
