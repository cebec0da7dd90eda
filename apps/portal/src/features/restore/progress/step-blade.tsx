import type { RestoreStep } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { stepTitles } from '../../../words/restore-steps';
import { viewOf } from './journey-steps';
import { StepFooter } from './step-footer';
import { StepState } from './step-state';
import { useRestore } from './use-restore';

/** A step of the restore this blade stands in, as Azure has it now. */
export function useStep(step: RestoreStep) {
  const { path, jobId, restore } = useRestore();
  const { data } = restore;
  return { step, path, jobId, restore, data, view: data && viewOf(data.steps, step) };
}

interface StepBladeProps {
  of: ReturnType<typeof useStep>;
  /** What is sent or read beside the restore itself. */
  busy?: boolean;
  problem?: unknown;
  onRefresh?: () => void;
  /** The command that the step offers; without one the footer leads on to the next step. */
  command?: ReactNode;
  children: ReactNode;
}

/** The blade of a step: where it stands, what it says of that, and what it offers. */
export function StepBlade({ of, busy = false, problem, command, children, ...rest }: StepBladeProps) {
  const text = useText();
  const { step, path, jobId, restore, data, view } = of;
  const script = useScriptCommand(paths.restoreScript(path, jobId, step));
  return (
    <Blade
      {...rest}
      title={text(stepTitles[step])}
      subtitle={data?.vmName}
      commands={[script]}
      busy={restore.isPending || busy}
      problem={problem ?? restore.error}
      {...(data !== undefined && { footer: command || <StepFooter restore={data} step={step} /> })}
    >
      {view !== undefined && <StepState view={view} />}
      {children}
    </Blade>
  );
}
