import type { Restore, VaultPath, StepReason } from '@tresor/contracts';
import { findRule } from '@tresor/support-matrix';
import { inSight } from '../../../api/facts';
import { useText } from '../../../language/use-text';
import { paths, vaultPathOfId } from '../../../map/paths';
import { CommandOutcomeNotice } from '../../../azure/commands/command-outcome';
import { CommandButton } from '../../../azure/commands/command-button';
import { viewOf } from '../progress/journey-steps';
import { protectionMessages as messages } from '../protection/protection-messages';
import { ServiceAccess } from '../protection/service-access';
import { useEnableBackup, type EnableBackup } from '../protection/use-enable-backup';
import { useFirstBackup } from '../protection/use-first-backup';
import { SelectField } from '../../../ui/fields/fields';
import { TextLink } from '../../../ui/actions/text-link';
import { machinePath } from '../progress/machine-path';
import { RuleRemedy } from '../../../azure/machines/rule-explanation';
import type { Message } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { StepBlade, useStep } from '../progress/step-blade';

/** The policy for the new machine; nothing is chosen beforehand where no policy of the old one is known. */
function PolicyChoice({ enable }: { enable: EnableBackup }) {
  const text = useText();
  const { names, suggested, policyName, choose, policies } = enable;
  if (policies.data === undefined || names.length === 0) return null;
  return (
    <>
      <p>{text(suggested === null ? messages.noOldPolicy : messages.oldPolicy)}</p>
      <SelectField
        label={text(messages.policy)}
        required
        value={policyName ?? ''}
        onChange={(_, { value }) => choose(value === '' ? null : value)}
        options={[
          ...(suggested === null || policyName === null ? [{ value: '', label: text(messages.choosePolicy) }] : []),
          ...names.map((value) => ({ value, label: value })),
        ]}
      />
    </>
  );
}

/** Where more stands of how the new machine is backed up: its backup job, its item, or the way to bring its data back. */
function ProtectionLinks({ path, restore }: { path: VaultPath; restore: Restore }) {
  const text = useText();
  const view = viewOf(restore.steps, 'protection');
  const machineId = inSight(restore.machineId) ?? null;
  const protection = inSight(restore.protection);
  if (machineId === null || view === undefined || protection === undefined) return null;
  if (protection.jobId !== null) return <TextLink to={paths.job({ ...path, jobId: protection.jobId })}>{text(messages.job)}</TextLink>;
  const item = machinePath(path, machineId);
  const other = vaultPathOfId(protection.elsewhere ?? '');
  if (other !== null) {
    return <TextLink to={paths.item(machinePath(other, machineId))}>{text(messages.itemElsewhere, { vault: other.vaultName })}</TextLink>;
  }
  if (view.reason === 'backup-data-deleted') return <TextLink to={paths.undelete(item)}>{text(messages.undelete)}</TextLink>;
  return view.state === 'done' ? <TextLink to={paths.item(item)}>{text(messages.item)}</TextLink> : null;
}

/** The rule of the edition in force that keeps the new machine from being backed up. */
function ProtectionRefused({ ruleId }: { ruleId: string }) {
  const rule = findRule(ruleId);
  return rule === undefined ? null : <RuleRemedy ruleId={rule.id} withReason />;
}

const WORDS: Partial<Record<StepReason, Message<'name'>>> = {
  'needs-earlier-step': messages.locked,
  'not-protected': messages.ready,
  'protection-stopped': messages.ready,
  'protection-running': messages.enabling,
  'first-backup-missing': messages.unproven,
  'first-backup-snapshot': messages.snapshotOnly,
  'first-backup-running': messages.backingUp,
  'first-backup-failed': messages.backupFailed,
  'latest-backup-failed': messages.backupFailed,
};

/** What the step says of the new machine's backup; null where its state says it all. */
function useProtectionWords(path: VaultPath, restore: Restore | undefined): string | null {
  const text = useText();
  const format = useFormat();
  const view = restore && viewOf(restore.steps, 'protection');
  if (restore === undefined || view === undefined) return null;
  const machineId = inSight(restore.machineId) ?? null;
  const name = machineId === null ? restore.vmName : machinePath(path, machineId).vmName;
  const other = vaultPathOfId(inSight(restore.protection)?.elsewhere ?? '');
  if (other !== null) return text(messages.elsewhere, { vault: other.vaultName, name });
  const newestPoint = inSight(restore.protection)?.newestPoint ?? null;
  if (view.state === 'done' && newestPoint !== null) {
    return text(messages.protected, { vault: path.vaultName, name, time: format.dateTime(newestPoint) });
  }
  const words = view.reason === null ? undefined : WORDS[view.reason];
  return words === undefined ? null : text(words, { name });
}

/** The new machine is backed up again, which is said only once there is a recovery point of it. */
export default function ProtectionStep() {
  const text = useText();
  const step = useStep('protection');
  const { path, jobId, restore, data, view } = step;
  const enable = useEnableBackup(path, jobId, data);
  const backUp = useFirstBackup(path, jobId, data);
  const words = useProtectionWords(path, data);
  const refresh = () => {
    void restore.refetch();
    if (enable.isWanted) void enable.policies.refetch();
  };
  const ruleId = inSight(data?.protection)?.ruleId ?? null;
  const isSending = enable.command.isPending || backUp.command.isPending;
  const command = () => {
    if (enable.isWanted) {
      return (
        <CommandButton
          isBarred={enable.never !== undefined}
          onClick={() => enable.command.mutate()}
          reason={enable.whyNot()}
          failed={enable.command.error}
          entries={enable.policyName}
        >
          {text(messages.protect)}
        </CommandButton>
      );
    }
    if (!backUp.isWanted) return null;
    return (
      <CommandButton
        isBarred={backUp.never !== undefined}
        onClick={() => backUp.command.mutate()}
        reason={backUp.whyNot()}
        failed={backUp.command.error}
      >
        {text(messages.backUp)}
      </CommandButton>
    );
  };
  return (
    <StepBlade
      of={step}
      onRefresh={refresh}
      busy={isSending || view?.state === 'running'}
      problem={enable.command.error ?? backUp.command.error ?? restore.error ?? enable.policies.error}
      command={command()}
    >
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
    </StepBlade>
  );
}
