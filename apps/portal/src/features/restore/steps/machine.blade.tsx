import { useQuery } from '@tanstack/react-query';
import { inSight } from '../../../api/facts';
import { machineOptionsQuery } from '../../../api/restore-queries';
import { Blade, type BladeProps } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { stepTitles } from '../../../words/restore-steps';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { viewOf } from '../progress/journey-steps';
import { machineMessages as messages } from '../machine/machine-messages';
import { NewMachine } from '../machine/new-machine';
import { StepFooter } from '../progress/step-footer';
import { StepState } from '../progress/step-state';
import { useRestore } from '../progress/use-restore';

const nameOf = (id: string | null | undefined) => (id == null ? undefined : id.slice(id.lastIndexOf('/') + 1));

export default function MachineStep() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'machine'));
  const { data } = restore;
  const view = data && viewOf(data.steps, 'machine');
  const open = view?.command === 'create-machine';
  const options = useQuery({ ...machineOptionsQuery(path, jobId), enabled: open });
  const refresh = () => {
    void restore.refetch();
    if (open) void options.refetch();
  };
  const frame: BladeProps = {
    title: text(stepTitles.machine),
    subtitle: data?.vmName,
    busy: restore.isPending || (open && options.isPending) || view?.state === 'running',
    problem: restore.error ?? options.error,
    onRefresh: refresh,
    commands: [script],
  };
  if (data === undefined || view === undefined) return <Blade {...frame} />;
  if (open && options.data !== undefined) {
    return <NewMachine frame={frame} path={path} jobId={jobId} restore={data} options={options.data} />;
  }
  const name = nameOf(inSight(data.machineId));
  const running = name === undefined ? text(messages.runningUnnamed) : text(messages.running, { name });
  return (
    <Blade {...frame} {...(!open && { footer: <StepFooter restore={data} step="machine" /> })}>
      <StepState view={view} />
      {view.reason === 'needs-earlier-step' && <p>{text(messages.locked)}</p>}
      {view.reason === 'machine-running' && <p>{running}</p>}
      {view.state === 'done' && name !== undefined && <p>{text(messages.done, { name })}</p>}
    </Blade>
  );
}
