import { useNavigate } from 'react-router';
import type { RestoreStep, Restore } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { Blade } from '../../../blades/blade';
import { useCloseBlade } from '../../../blades/use-close-blade';
import { useText } from '../../../language/use-text';
import { paths, useJobId, useVaultPath } from '../../../map/paths';
import { FooterButton, PlainButton } from '../../../ui/actions/buttons';
import { stepTitles } from '../../../words/restore-steps';
import { journeyMessages as messages } from './journey-messages';
import { viewOf, stepAfter } from './journey-steps';
import { StepState } from './step-state';
import { useRestore } from '../../../azure/restores/use-restore';

/** A step of the restore this blade stands in, as Azure has it now. */
export function useStep(step: RestoreStep) {
  const { path, jobId, restore } = useRestore();
  const { data } = restore;
  return { step, path, jobId, restore, data, view: data && viewOf(data.steps, step) };
}

export type Step = ReturnType<typeof useStep>;

/** Under a step that is done: on to the next, or back to the journey; after a rehearsal there is no way on. */
function StepFooter({ restore, step }: { restore: Restore; step: RestoreStep }) {
  const text = useText();
  const navigate = useNavigate();
  const close = useCloseBlade();
  const path = useVaultPath();
  const jobId = useJobId();
  const next = restore.next.kind === 'removed' ? null : stepAfter(restore.steps, step);
  if (next === null) return <PlainButton onClick={close}>{text(messages.close)}</PlainButton>;
  return (
    <FooterButton onClick={() => void navigate(paths.restoreStep(path, jobId, next))}>
      {text(messages.goOn, { step: text(stepTitles[next]) })}
    </FooterButton>
  );
}

interface StepBladeProps {
  of: Step;
  /** What is sent or read beside the restore itself. */
  busy?: boolean;
  problem?: unknown;
  onRefresh?: () => void;
  /** The command that the step offers; without one the footer leads on to the next step. */
  command?: ReactNode;
  /** Not known yet what the step offers: the footer comes once it is. */
  undecided?: boolean;
  children: ReactNode;
}

/** The blade of a step: where it stands, what it says of that, and what it offers. */
export function StepBlade({ of, busy = false, problem, command, undecided = false, children, ...rest }: StepBladeProps) {
  const text = useText();
  const { step, path, jobId, restore, data, view } = of;
  const isRemoved = view?.reason === 'rehearsal-removed';
  const script = useScriptCommand(paths.restoreScript(path, jobId, step), isRemoved ? text(messages.removed) : undefined);
  return (
    <Blade
      {...rest}
      title={text(stepTitles[step])}
      subtitle={data?.vmName}
      commands={[script]}
      busy={restore.isPending || busy}
      problem={problem ?? restore.error}
      {...(data !== undefined && !undecided && { footer: (!isRemoved && command) || <StepFooter restore={data} step={step} /> })}
    >
      {view !== undefined && <StepState view={view} />}
      {!isRemoved && children}
    </Blade>
  );
}
