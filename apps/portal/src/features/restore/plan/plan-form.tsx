import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import type { JobId, KeysHow, MachineOptions, Restore, RestorePlan, VaultPath, PlanFault } from '@tresor/contracts';
import type { ReactNode } from 'react';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { planQuery } from '../../../api/restore-queries';
import { Blade, type BladeProps } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { addedTagFault } from '../../../azure/tags/added-tag';
import { MachineFields } from '../machine/machine-fields';
import { machineNameFault } from '../machine/machine-name';
import { useStepCommand } from '../progress/use-step-command';
import { CommandButton } from '../../../azure/commands/command-button';
import { PlanRights } from './plan-rights';
import { planMessages as messages } from './plan-messages';
import { PlanReach, PlanSummary } from './plan-summary';
import { usePlanForm } from './use-plan-form';
import { useDelegated } from '../../../api/use-delegated';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { UNCHECKED } from '../machine/machine-checks';
import type { CheckStanding } from '../machine/use-machine-form';
import { faultWords } from '../../../words/plan-words';
import { SelectField } from '../../../ui/fields/fields';
import { protectionMessages as policyFieldMessages } from '../protection/protection-messages';
import { whyNoPolicy } from '../protection/why-no-policy';
import { machineMessages } from '../machine/machine-messages';

const useStyles = makeStyles({
  heading: { margin: '18px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  fields: { display: 'flex', flexDirection: 'column', gap: '10px' },
  hint: { margin: '-8px 0 6px 34px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

export interface PlanFormProps {
  frame: BladeProps;
  path: VaultPath;
  jobId: JobId;
  restore: Restore;
  options: MachineOptions;
  /** One that was stopped, or is to be changed. */
  plan: RestorePlan | null;
  onSent: () => void;
  /** How key and secret come back (undefined: not chosen yet), what asks for it, and why that cannot be sent. */
  keys: { how: KeysHow | null | undefined; fields: ReactNode; reason: string | undefined };
}

const usePlanFaultsStyles = makeStyles({ list: { margin: '10px 0', padding: 0, listStyleType: 'none' }, entry: { padding: '4px 0' } });

interface PlanFaultsProps {
  /** Undefined while nothing is known; `standing` says why. */
  faults: readonly PlanFault[] | undefined;
  standing: CheckStanding;
  subscriptionId: string;
}

/** What would stop the plan later, told before. */
function PlanFaults({ faults, standing, subscriptionId }: PlanFaultsProps) {
  const styles = usePlanFaultsStyles();
  const text = useText();
  const isDelegated = useDelegated()(subscriptionId);
  const content = () => {
    if (faults === undefined) {
      const [status, words] = UNCHECKED[standing];
      return <StatusBadge status={status}>{text(words)}</StatusBadge>;
    }
    if (faults.length === 0) return <StatusBadge status="success">{text(messages.clear)}</StatusBadge>;
    const lines = [...new Set(faults.map((fault) => faultWords(fault, text, isDelegated)))];
    return lines.map((line) => (
      <StatusBadge key={line} status="error">
        {line}
      </StatusBadge>
    ));
  };
  return (
    <div aria-live="polite" className={styles.list}>
      {content()}
    </div>
  );
}

interface PolicyFieldProps {
  names: readonly string[];
  error: string | undefined;
  chosen: string | null;
  onChoose: (name: string) => void;
}

function PolicyField({ names, error, chosen, onChoose }: PolicyFieldProps) {
  const text = useText();
  return (
    <SelectField
      label={text(policyFieldMessages.policy)}
      required
      value={chosen ?? ''}
      error={error}
      onChange={(_, { value }) => onChoose(value)}
      options={names.map((value) => ({ value, label: value }))}
    />
  );
}

export function PlanForm({ frame, path, jobId, restore, options, plan, onSent, keys }: PlanFormProps) {
  const styles = useStyles();
  const text = useText();
  const client = useQueryClient();
  const form = usePlanForm({ path, jobId, restore, options, plan, keys: keys.how });
  const { answers, faults, choices, choose, names, policyName } = form;
  const lacking = (faults ?? []).flatMap((fault) => (fault.field === 'rights' ? [fault.fault] : []));
  const isMade = inSight(restore.machineId) != null;

  const send = () => {
    if (answers === null) throw new Error('A plan needs all answers.');
    return api.restores.putPlan({ ...path, jobId, answers });
  };
  const run = useStepCommand(path, send, {
    onSuccess(plan, done: () => void) {
      done();
      client.setQueryData(planQuery(path, jobId).queryKey, plan);
      onSent();
    },
    // What was refused is in the way of what was asked, also where nothing was when it was checked.
    onError: form.checkAgain,
  });
  const { policies } = form;
  const noPolicy = choices.protect ? whyNoPolicy(policies) : undefined;
  const whyNot = () => {
    if (run.isPending) return text(messages.sending);
    const nameFault = isMade ? undefined : machineNameFault(form.machine.form.name);
    if (nameFault !== undefined) return text(nameFault);
    const tagFault = isMade ? undefined : addedTagFault(form.machine.form.addedTags ?? []);
    if (tagFault !== undefined) return text(tagFault);
    if (!isMade && form.machine.form.subnetId === '') return text(machineMessages.noSubnet);
    if (keys.reason !== undefined) return keys.reason;
    if (noPolicy !== undefined) return text(noPolicy);
    if (faults === undefined) return text(UNCHECKED[form.standing][1]);
    return faults.length > 0 ? text(messages.inTheWay) : undefined;
  };
  const keysWords = inSight(restore.keysThere) === undefined ? messages.keysHidden : messages.keysThere;
  const refresh = () => {
    frame.onRefresh?.();
    form.refresh();
  };
  return (
    <Blade
      {...frame}
      onRefresh={refresh}
      busy={frame.busy === true || run.isPending}
      problem={run.error ?? form.error ?? frame.problem}
      footer={
        <CommandButton onClick={() => run.mutate(form.sending())} reason={whyNot()} failed={run.error} entries={answers}>
          {text(messages.run)}
        </CommandButton>
      }
    >
      <p>{text(messages.intro)}</p>
      <h3 className={styles.heading}>{text(messages.machine)}</h3>
      {isMade ? <p>{text(messages.made)}</p> : <MachineFields options={options} machine={form.machine} />}
      {restore.encrypted && (
        <>
          <h3 className={styles.heading}>{text(messages.keys)}</h3>
          {keys.fields ?? <p>{text(keysWords)}</p>}
        </>
      )}
      <h3 className={styles.heading}>{text(messages.protection)}</h3>
      <CheckboxField label={text(messages.protect)} checked={choices.protect} onChange={(protect) => choose({ protect })} />
      {choices.protect && (
        <div className={styles.fields}>
          <PolicyField
            names={names}
            error={policies.isPending ? undefined : noPolicy && text(noPolicy)}
            chosen={policyName}
            onChoose={(name) => choose({ policyName: name })}
          />
          {restore.encrypted && (
            <>
              <CheckboxField
                label={text(messages.letIn)}
                checked={choices.letBackupIn}
                onChange={(letBackupIn) => choose({ letBackupIn })}
              />
              <p className={styles.hint}>{text(messages.letInMeans)}</p>
            </>
          )}
        </div>
      )}
      {restore.encrypted && (
        <>
          <h3 className={styles.heading}>{text(messages.afterCare)}</h3>
          <CheckboxField
            label={text(messages.removeLeftovers)}
            checked={choices.removeLeftovers}
            onChange={(removeLeftovers) => choose({ removeLeftovers })}
          />
        </>
      )}
      {answers !== null && <PlanSummary restore={restore} answers={answers} />}
      <PlanReach />
      <PlanFaults faults={faults} standing={form.standing} subscriptionId={path.subscriptionId} />
      {answers !== null && lacking.length > 0 && <PlanRights path={path} restore={restore} answers={answers} lacking={lacking} />}
    </Blade>
  );
}
