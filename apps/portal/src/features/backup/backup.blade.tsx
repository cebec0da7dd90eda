import { useLocation } from 'react-router';
import { isVmId } from '../../api/known-ids';
import { Blade } from '../../blades/blade';
import { isComplete, isDirty } from '../../kept/backup-draft';
import { useBackupDraft } from '../../kept/use-backup-draft';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { paths, useVaultPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { titles } from '../../map/map';
import { StepCard } from '../../ui/layout/step-card';
import { useScriptCommand } from '../../azure/commands/use-script-command';
import { TextLink } from '../../ui/actions/text-link';
import { CommandButton } from '../../azure/commands/command-button';
import { KeyVaultNotice } from './key-vault-notice';
import { messages } from './messages';
import { useEnable } from './use-enable';
import { useSteps } from './use-steps';

export default function Backup() {
  const text = useText();
  const path = useVaultPath();
  const { pathname } = useLocation();
  const { draft, discard } = useBackupDraft(path);
  const enable = useEnable(path);
  const { goalChosen, policyName, machineCount, ofAttempt } = useSteps(path, draft);
  const script = useScriptCommand(paths.backupScript(path), isComplete(draft) ? undefined : text(messages.enableLocked));
  const barred = useBarred(path, { vmIds: draft.machines.map(({ id }) => id).filter(isVmId) });

  const whyNotEnable = () => {
    if (ofAttempt) return text(messages.attemptShown);
    const lacking = barred('enable-backup');
    if (lacking !== undefined) return lacking;
    if (!isComplete(draft)) return text(messages.enableLocked);
    return enable.isPending ? text(messages.enabling) : undefined;
  };

  const lockedUnless = (reached: boolean, reason: Message) => {
    if (ofAttempt) return text(messages.attemptShown);
    return reached ? undefined : text(reason);
  };

  return (
    <Blade
      title={text(titles.backup)}
      subtitle={path.vaultName}
      commands={[script]}
      busy={enable.isPending}
      problem={enable.error}
      dirty={isDirty(draft)}
      onDiscard={discard}
      footer={
        <CommandButton onClick={() => enable.mutate()} reason={whyNotEnable()}>
          {text(messages.enable)}
        </CommandButton>
      }
    >
      <StepCard
        number={1}
        title={text(messages.goal)}
        subline={text(goalChosen ? messages.goalValue : messages.select)}
        to={paths.backupGoal(path)}
        done={goalChosen}
        selected={pathname === paths.backupGoal(path)}
      />
      <StepCard
        number={2}
        title={text(messages.policy)}
        subline={policyName ?? text(messages.select)}
        to={paths.backupPolicy(path)}
        done={policyName !== null}
        selected={pathname.startsWith(paths.backupPolicy(path))}
        lockedReason={lockedUnless(goalChosen, messages.policyLocked)}
      />
      <StepCard
        number={3}
        title={text(messages.items)}
        subline={machineCount > 0 ? text(messages.itemsValue, { count: machineCount }) : text(messages.select)}
        to={paths.selectMachines(path)}
        done={machineCount > 0}
        selected={pathname === paths.selectMachines(path)}
        lockedReason={lockedUnless(goalChosen && policyName !== null, messages.itemsLocked)}
      />
      {!ofAttempt && <KeyVaultNotice machines={draft.machines} />}
      {!ofAttempt && (
        <p>
          <TextLink to={paths.prerequisitesInWizard(path)}>{text(messages.prerequisites)}</TextLink>
        </p>
      )}
    </Blade>
  );
}
