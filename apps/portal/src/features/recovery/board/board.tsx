import { makeStyles } from '@fluentui/react-components';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { useMemo } from 'react';
import { azureNow } from '../../../api/azure-time';
import { useText } from '../../../language/use-text';
import { ProgressLine } from '../../../ui/feedback/progress-line';
import { ResourceTable } from '../../../ui/table/resource-table';
import { inOrder, keyOfItem } from '../item-key';
import { measuredObjectives } from '../objectives/judge-objectives';
import { ObjectivesSection } from '../objectives/objectives-section';
import { messages } from './messages';
import { RemainingTime } from './remaining-time';
import { RunCounts } from './run-counts';
import { useBoardColumns } from './use-board-columns';

const useStyles = makeStyles({ table: { minHeight: '300px', marginTop: '10px' } });

interface BoardProps {
  plan: RecoveryPlan;
  /** Null where nothing can be taken out. */
  onTakeOut: ((item: RecoveryMachineView['item']) => void) | null;
}

/** Each step of a machine counts the same; what is done has all of them. */
function shareOf({ state, steps, jobId }: RecoveryMachineView): number {
  if (state === 'done') return 1;
  if (steps.length === 0) return jobId === null ? 0 : 0.1;
  return steps.filter((step) => step.state === 'done').length / steps.length;
}

/** Every machine with every step, as the run saw it last. */
export default function Board({ plan, onTakeOut }: BoardProps) {
  const styles = useStyles();
  const text = useText();
  const columns = useBoardColumns(onTakeOut);
  const rows = useMemo(() => inOrder(plan.machines), [plan.machines]);
  const machines = plan.machines.filter(({ state }) => state !== 'taken-out');
  const total = machines.length;
  const value = total === 0 ? 1 : machines.reduce((sum, machine) => sum + shareOf(machine), 0) / total;
  return (
    <>
      <ProgressLine label={text(messages.progress)} value={value} />
      <RunCounts machines={machines} />
      <RemainingTime plan={plan} />
      <div className={styles.table}>
        <ResourceTable
          label={text(messages.label)}
          filterLabel={text(messages.filter)}
          rows={rows}
          columns={columns}
          rowKey={({ item }) => keyOfItem(item)}
          rowName={({ item }) => item.vmName}
          empty={text(messages.empty)}
        />
      </div>
      <ObjectivesSection rows={plan.machines.map((machine) => measuredObjectives(machine, azureNow()))} basis="measured" />
    </>
  );
}
