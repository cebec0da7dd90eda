import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api';
import { isPolicyName, isResourceGroupName, isVmId } from '../../api/known-ids';
import { policiesQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { notify } from '../../notifications/notifications';
import { paths } from '../../paths';
import { useBarred } from '../../rights/use-barred';
import { FooterButton } from '../../ui/buttons';
import { SelectField } from '../../ui/fields';
import { TextLink } from '../../ui/text-link';
import { stepTitles } from '../../vocabulary/restore-steps';
import { useScriptCommand } from '../../vocabulary/use-script-command';
import { protectionMessages as messages } from './journey-messages';
import { viewOf } from './journey-steps';
import { machinePath } from './machine-path';
import { StepFooter } from './step-footer';
import { StepState } from './step-state';
import { useRestore } from './use-restore';
import { useStepCommand } from './use-step-command';

/** The new machine is backed up again: by the policy of the old one unless another is chosen. */
export default function ProtectionStep() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'protection'));
  const { data } = restore;
  const view = data && viewOf(data.steps, 'protection');
  const mayProtect = view?.state === 'ready';
  const barred = useBarred(path, {
    groups: [data?.targetGroup ?? null].filter(isResourceGroupName),
    vmIds: [data?.machineId ?? ''].filter(isVmId),
  });
  const policies = useQuery({ ...policiesQuery(path), enabled: mayProtect });
  const [chosen, setChosen] = useState<string | null>(null);
  const names = policies.data?.map(({ name }) => name) ?? [];
  const policyName = chosen ?? names.find((name) => name === data?.policyName) ?? names[0] ?? null;
  const item = data?.machineId == null ? undefined : machinePath(path, data.machineId);
  const name = item?.vmName ?? data?.vmName ?? '';

  const send = () => {
    if (!isPolicyName(policyName)) throw new Error('Protecting needs a policy.');
    return api.restores.protectRestored({ ...path, jobId, policyName });
  };
  const protect = useStepCommand(path, send, {
    onSuccess: () => notify({ title: text(messages.started, { name }), intent: 'info', href: paths.restore(path, jobId) }),
  });
  const whyNot = () => {
    if (protect.isPending) return text(messages.sending);
    return policyName === null ? text(messages.noPolicy) : barred('protect-restored');
  };
  const explanation = () => {
    if (view?.state === 'done') return text(messages.protected, { vault: path.vaultName, name });
    if (view?.state === 'running') return text(messages.running);
    if (view?.reason === 'needs-earlier-step') return text(messages.locked);
    return mayProtect ? text(messages.ready, { name }) : null;
  };

  return (
    <Blade
      title={text(stepTitles.protection)}
      subtitle={data?.vmName}
      size="medium"
      commands={[script]}
      busy={restore.isPending || protect.isPending || view?.state === 'running' || (mayProtect && policies.isPending)}
      problem={protect.error ?? restore.error ?? policies.error}
      {...(mayProtect && {
        footer: (
          <FooterButton onClick={() => protect.mutate()} reason={whyNot()}>
            {text(messages.protect)}
          </FooterButton>
        ),
      })}
      {...(!mayProtect && data !== undefined && { footer: <StepFooter restore={data} step="protection" /> })}
    >
      {view !== undefined && <StepState view={view} />}
      <p>{explanation()}</p>
      {mayProtect && names.length > 0 && (
        <SelectField
          label={text(messages.policy)}
          required
          value={policyName ?? ''}
          onChange={(_, { value }) => setChosen(value)}
          options={names.map((value) => ({ value, label: value }))}
        />
      )}
      {item !== undefined && view?.reason === 'backup-data-deleted' && (
        <TextLink to={paths.undelete(item)}>{text(messages.undelete)}</TextLink>
      )}
      {item !== undefined && view?.state === 'done' && <TextLink to={paths.item(item)}>{text(messages.item)}</TextLink>}
    </Blade>
  );
}
