import { makeStyles } from '@fluentui/react-components';
import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { ResourceTable } from '../../../ui/table/resource-table';
import type { TableColumn } from '../../../ui/table/table-types';
import { stepTitles } from '../../../words/restore-steps';
import { inOrder, keyOfItem } from '../item-key';
import { messages } from './messages';
import { against, agentWords, diskWords, pictureWords, tookWords } from './proof-words';

const useStyles = makeStyles({ table: { minHeight: '240px' } });

const secondsFrom = (from: string | null, to: string) => (from === null ? 0 : (Date.parse(to) - Date.parse(from)) / 1_000);

function useProofColumns(): TableColumn<RecoveryMachineView>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const agent = ({ proof }: RecoveryMachineView) => agentWords(proof, text);
    const disks = ({ proof }: RecoveryMachineView) => diskWords(proof, text);
    const screen = ({ proof }: RecoveryMachineView) => pictureWords(proof, text);
    const steps = ({ begunAt, times }: RecoveryMachineView) =>
      times
        .toSorted((a, b) => a.at.localeCompare(b.at))
        .map(({ step, at }) => text(messages.step, { step: text(stepTitles[step]), took: format.duration(secondsFrom(begunAt, at)) }))
        .join('; ');
    const took = (machine: RecoveryMachineView) => tookWords(machine, machine.wanted?.rtoMinutes ?? null, text, format);
    const age = ({ begunAt, pointTime, wanted }: RecoveryMachineView) =>
      pointTime === null || begunAt === null ? '' : against(secondsFrom(pointTime, begunAt), wanted?.rpoMinutes ?? null, text, format);
    const isLate = ({ recoverySeconds, wanted }: RecoveryMachineView) =>
      recoverySeconds === null || recoverySeconds > (wanted?.rtoMinutes ?? Infinity) * 60;
    return [
      { id: 'machine', header: text(messages.machine), cell: ({ item }) => item.vmName, text: ({ item }) => item.vmName },
      {
        id: 'took',
        header: text(messages.took),
        cell: (row) => <StatusBadge status={isLate(row) ? 'warning' : 'success'}>{took(row)}</StatusBadge>,
        text: took,
        order: ({ recoverySeconds }) => recoverySeconds ?? Infinity,
        width: 1.4,
      },
      { id: 'agent', header: text(messages.agent), cell: agent, text: agent, width: 0.8 },
      { id: 'disks', header: text(messages.disks), cell: disks, text: disks, width: 1.2 },
      { id: 'screen', header: text(messages.screen), cell: screen, text: screen },
      { id: 'age', header: text(messages.age), cell: age, text: age },
      { id: 'steps', header: text(messages.steps), cell: steps, text: steps, width: 2.6 },
    ];
  }, [text, format]);
}

/** What Azure told of each machine before it was removed, and what was measured. */
export default function Proofs({ plan }: { plan: RecoveryPlan }) {
  const styles = useStyles();
  const text = useText();
  const columns = useProofColumns();
  const rows = useMemo(() => inOrder(plan.machines.filter(({ proof }) => proof !== null)), [plan.machines]);
  return (
    <section>
      <h3>{text(messages.proofs)}</h3>
      <div className={styles.table}>
        <ResourceTable
          label={text(messages.proofs)}
          filterLabel={text(messages.proofsFilter)}
          rows={rows}
          columns={columns}
          rowKey={({ item }) => keyOfItem(item)}
          rowName={({ item }) => item.vmName}
          empty={text(messages.noProofs)}
        />
      </div>
    </section>
  );
}
