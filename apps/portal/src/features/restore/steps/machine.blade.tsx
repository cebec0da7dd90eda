import { useQuery } from '@tanstack/react-query';
import { nameOf } from '@tresor/support-matrix';
import { inSight } from '../../../api/facts';
import { machineOptionsQuery, planQuery } from '../../../api/restore-queries';
import { useText } from '../../../language/use-text';
import { machineMessages as messages } from '../machine/machine-messages';
import { NewMachine } from '../machine/new-machine';
import { StepBlade, useStep } from '../progress/step-blade';

export default function MachineStep() {
  const text = useText();
  const step = useStep('machine');
  const { path, jobId, restore, data, view } = step;
  const open = view?.command === 'create-machine';
  const options = useQuery({ ...machineOptionsQuery(path, jobId), enabled: open });
  const plan = useQuery({ ...planQuery(path, jobId), enabled: open });
  const refresh = () => {
    void restore.refetch();
    if (!open) return;
    void options.refetch();
    void plan.refetch();
  };
  const problem = restore.error ?? (open ? (options.error ?? plan.error) : null);
  if (data !== undefined && open && options.data !== undefined && plan.data !== undefined) {
    const decided = plan.data?.answers.machine;
    return <NewMachine step={step} restore={data} options={options.data} decided={decided} problem={problem} onRefresh={refresh} />;
  }
  const machineId = inSight(data?.machineId) ?? null;
  const running = machineId === null ? text(messages.runningUnnamed) : text(messages.running, { name: nameOf(machineId) });
  return (
    <StepBlade
      of={step}
      busy={(open && (options.isPending || plan.isPending)) || view?.state === 'running'}
      problem={problem}
      onRefresh={refresh}
      undecided={open}
    >
      {view?.reason === 'needs-earlier-step' && <p>{text(data?.encrypted === false ? messages.lockedPlain : messages.locked)}</p>}
      {view?.reason === 'machine-running' && <p>{running}</p>}
      {view?.state === 'done' && machineId !== null && <p>{text(messages.done, { name: nameOf(machineId) })}</p>}
    </StepBlade>
  );
}
