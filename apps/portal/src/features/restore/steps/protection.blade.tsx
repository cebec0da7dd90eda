import { inSight } from '../../../api/facts';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { stepTitles } from '../../../words/restore-steps';
import { CommandOutcomeNotice } from '../../../azure/commands/command-outcome';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { CommandButton } from '../../../azure/commands/command-button';
import { viewOf } from '../progress/journey-steps';
import { PolicyChoice } from '../protection/policy-choice';
import { ProtectionLinks } from '../protection/protection-links';
import { protectionMessages as messages } from '../protection/protection-messages';
import { ProtectionRefused } from '../protection/protection-refused';
import { ServiceAccess } from '../protection/service-access';
import { StepFooter } from '../progress/step-footer';
import { StepState } from '../progress/step-state';
import { useEnableBackup } from '../protection/use-enable-backup';
import { useFirstBackup } from '../protection/use-first-backup';
import { useProtectionWords } from '../protection/use-protection-words';
import { useRestore } from '../progress/use-restore';

/** The new machine is backed up again, which is said only once there is a recovery point of it. */
export default function ProtectionStep() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'protection'));
  const { data } = restore;
  const view = data && viewOf(data.steps, 'protection');
  const enable = useEnableBackup(path, jobId, data);
  const backUp = useFirstBackup(path, jobId, data);
  const words = useProtectionWords(path, data);
  const ruleId = inSight(data?.protection)?.ruleId ?? null;
  const isSending = enable.command.isPending || backUp.command.isPending;
  const footer = () => {
    if (data === undefined) return undefined;
    if (enable.isWanted) {
      return (
        <CommandButton onClick={() => enable.command.mutate()} reason={enable.whyNot()}>
          {text(messages.protect)}
        </CommandButton>
      );
    }
    if (!backUp.isWanted) return <StepFooter restore={data} step="protection" />;
    return (
      <CommandButton onClick={() => backUp.command.mutate()} reason={backUp.whyNot()}>
        {text(messages.backUp)}
      </CommandButton>
    );
  };
  return (
    <Blade
      title={text(stepTitles.protection)}
      subtitle={data?.vmName}
      size="medium"
      commands={[script]}
      onRefresh={() => void restore.refetch()}
      busy={restore.isPending || isSending || view?.state === 'running'}
      problem={enable.command.error ?? backUp.command.error ?? restore.error ?? enable.policies.error}
      footer={footer()}
    >
      {view !== undefined && <StepState view={view} />}
      <CommandOutcomeNotice outcome={backUp.command.data} ask={() => backUp.command.mutate()} />
      <p>{words}</p>
      {enable.isWanted && <PolicyChoice enable={enable} />}
      {data !== undefined && (
        <>
          {ruleId !== null && <ProtectionRefused ruleId={ruleId} />}
          <ProtectionLinks path={path} restore={data} />
          {(enable.isWanted || backUp.isWanted) && <ServiceAccess path={path} jobId={jobId} chain={data.keyChain} />}
        </>
      )}
    </Blade>
  );
}
