import type { RecoveryMachineView, RecoveryPlan } from '@tresor/contracts';

type Machine = Pick<RecoveryMachineView, 'state'> & { proof: { agentReady: boolean } | null };

/** Whether a machine is back; in a rehearsal it ran where its agent answered. */
const isBack = ({ state, proof }: Machine, isRehearsal: boolean) => state === 'done' && (!isRehearsal || proof?.agentReady === true);

/** How far a plan or a rehearsal came, of what this person sees of it. Who was taken out was not to come back. */
export function cameBack({ machines, rehearsal }: Pick<RecoveryPlan, 'rehearsal'> & { machines: readonly Machine[] }): {
  done: number;
  total: number;
} {
  const meant = machines.filter(({ state }) => state !== 'taken-out');
  const done = meant.filter((machine) => isBack(machine, rehearsal !== null)).length;
  return { done, total: meant.length };
}
