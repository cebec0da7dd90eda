import { useQuery } from '@tanstack/react-query';
import type { VirtualMachine } from '@tresor/contracts';
import { subscriptionsQuery } from '../../api/queries';
import { virtualMachinesQuery, type VirtualMachineList } from '../../api/virtual-machines-query';
import { EstateNotes } from '../../azure/estate/estate-notes';
import { ListNote } from '../../azure/estate/list-note';
import { noMachines } from '../../azure/estate/no-machines';
import { useEstateScope } from '../../azure/estate/use-estate-scope';
import { itemPathOf } from '../../azure/machines/item-path-of';
import { ListBlade } from '../../blades/list-blade';
import { useSaveCommands } from '../../blades/use-save-commands';
import { useFormat } from '../../language/use-format';
import { namedFew } from '../../language/named-few';
import { AllNames } from '../../ui/layout/all-names';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { countMachines, withoutMachines } from './machine-filter';
import { messages } from './messages';
import { useMachineColumns } from './use-machine-columns';
import { useMachineFilter } from './use-machine-filter';

const NONE: readonly never[] = [];
const NOT_BEGUN = { complete: false, total: 0 };
const howFar = ({ complete, total }: VirtualMachineList) => ({ complete, total });

/** A machine of which a vault has an item leads to it, another to its encryption and what becomes of it. */
function hrefOf(machine: VirtualMachine): string {
  const { subscriptionId, resourceGroup: vmGroup, name: vmName } = machine;
  return itemPathOf(machine) ?? paths.encryptionInReadiness({ subscriptionId, vmGroup, vmName });
}

interface SummaryProps {
  machines: readonly VirtualMachine[];
  /** How many there are, while not all of them are read. */
  reading: { total: number } | undefined;
  isOfAll: boolean;
}

/** How many machines there are, and where the list is of all subscriptions, in which of them none is seen. */
function Summary({ machines, reading, isOfAll }: SummaryProps) {
  const text = useText();
  const format = useFormat();
  const subscriptions = useQuery(subscriptionsQuery()).data ?? NONE;
  const missing = (isOfAll && !reading ? withoutMachines(subscriptions, machines) : NONE).map(({ name }) => name);
  const counts = () => {
    if (!reading) return text(messages.counts, { ...countMachines(machines) });
    return machines.length === 0 ? text(messages.reading) : text(messages.soFar, { loaded: machines.length, total: reading.total });
  };
  return (
    <ListNote
      heeded={
        <>
          <p>{counts()}</p>
          {missing.length > 0 && (
            <>
              <p>
                {text(messages.notAll, {
                  missing: missing.length,
                  total: subscriptions.length,
                  names: namedFew(missing, format, text),
                })}
              </p>
              <AllNames names={missing} />
            </>
          )}
        </>
      }
    >
      <p>{text(messages.whatIsShown)}</p>
    </ListNote>
  );
}

/** The virtual machines of all subscriptions: what encrypts them, which vault backs them up, and whether that was proven. */
export default function AllMachines() {
  const text = useText();
  const scope = useEstateScope();
  const list = useQuery({ ...virtualMachinesQuery(undefined, scope.managementGroup), select: ({ rows }) => rows });
  const { complete, total } = useQuery({ ...virtualMachinesQuery(undefined, scope.managementGroup), select: howFar }).data ?? NOT_BEGUN;
  const columns = useMachineColumns();
  const machines = list.data ?? NONE;
  const { rows, tools, proof } = useMachineFilter(machines);
  const isReading = !complete && list.error === null;
  const whyEmpty = () => {
    if (machines.length === 0) return noMachines(scope);
    return complete ? messages.emptyFilter : messages.noneSoFar;
  };
  const saving = useSaveCommands({
    fileName: text(messages.fileName),
    columns,
    rows,
    complete: complete && proof.isKnown,
    error: proof.reading(list).error,
  });
  return (
    <ListBlade
      id="allMachines"
      savesFilters
      query={proof.reading(list)}
      movesDown
      commands={saving.commands}
      filterLabel={text(messages.filter)}
      tools={tools}
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
      href={hrefOf}
      empty={text(whyEmpty())}
    >
      <EstateNotes scope={scope} />
      {proof.note}
      {(complete || isReading) && (
        <Summary machines={machines} reading={isReading ? { total } : undefined} isOfAll={scope.managementGroup === undefined} />
      )}
    </ListBlade>
  );
}
