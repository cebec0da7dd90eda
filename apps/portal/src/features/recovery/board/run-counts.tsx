import type { RecoveryMachineView } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { messages } from './messages';

const GROUPS = {
  done: ['done'],
  onTheWay: ['starting', 'disks', 'disks-there', 'running'],
  waiting: ['waiting', 'held'],
  open: ['needs-person', 'refused', 'stopped'],
} as const satisfies Record<string, readonly RecoveryMachineView['state'][]>;

const countOf = (machines: readonly RecoveryMachineView[], states: readonly RecoveryMachineView['state'][]) =>
  machines.filter(({ state }) => states.includes(state)).length;

/** How many machines of a run stand where. What is on the way changes with each look: only what has ended is said aloud. */
export function RunCounts({ machines }: { machines: readonly RecoveryMachineView[] }) {
  const text = useText();
  const count = (group: keyof typeof GROUPS) => countOf(machines, GROUPS[group]);
  return (
    <p>
      <output>{text(messages.ended, { total: machines.length, done: count('done'), open: count('open') })}</output>{' '}
      {text(messages.underWay, { onTheWay: count('onTheWay'), waiting: count('waiting') })}
    </p>
  );
}
