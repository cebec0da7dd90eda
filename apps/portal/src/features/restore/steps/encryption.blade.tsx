import { useState } from 'react';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isVmId } from '../../../api/known-ids';
import { Blade } from '../../../blades/blade';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { TextField } from '../../../ui/fields/fields';
import { stepTitles } from '../../../words/restore-steps';
import { useScriptCommand } from '../../../azure/commands/use-script-command';
import { CommandButton } from '../../../azure/commands/command-button';
import { chainKeyVaults } from '../progress/chain-key-vaults';
import { encryptionMessages as messages } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { StepFooter } from '../progress/step-footer';
import { StepState } from '../progress/step-state';
import { TriedNotice } from '../progress/tried-notice';
import { useSecondTry } from '../progress/use-second-try';
import { useRestore } from '../progress/use-restore';
import { useStepCommand } from '../progress/use-step-command';

const TEXTS = {
  ready: messages.ready,
  running: messages.running,
  done: messages.done,
  failed: undefined,
  blocked: messages.locked,
  hidden: undefined,
};

const isClientId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export default function EncryptionStep() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'encryption'));
  const { data } = restore;
  const isDual = data?.pass === 'dual';
  const [typedId, setClientId] = useState<string | null>(null);
  const [clientSecret, setClientSecret] = useState('');
  const knownId = inSight(data?.clientId) ?? null;
  const clientId = typedId ?? knownId ?? '';
  const application = isDual ? { clientId: clientId.trim(), clientSecret } : null;
  const secondTry = useSecondTry(data, 'encryption');
  const apply = useStepCommand(path, () => api.restores.renewEncryption({ ...path, jobId, application }), {
    onSuccess: () => {
      setClientSecret('');
      secondTry.sent();
    },
  });
  const barred = useBarred(path, {
    groups: [data?.targetGroup ?? null].filter(isResourceGroupName),
    vmIds: [inSight(data?.machineId) ?? ''].filter(isVmId),
    keyVaultIds: chainKeyVaults(data?.keyChain),
  });
  const view = data && viewOf(data.steps, 'encryption');
  const mayApply = view?.state === 'ready' || view?.reason === 'encryption-failed' || view?.reason === 'encryption-no-effect';
  const whyNot = () => {
    if (apply.isPending) return text(messages.sending);
    if (application !== null && !isClientId(application.clientId)) return text(messages.clientIdMissing);
    if (application !== null && clientSecret === '') return text(messages.clientSecretMissing);
    return secondTry.reason ?? barred('renew-encryption');
  };
  const words = view?.reason === 'not-needed' ? messages.notNeeded : view && TEXTS[view.state];
  return (
    <Blade
      title={text(stepTitles.encryption)}
      subtitle={data?.vmName}
      commands={[script]}
      busy={restore.isPending || apply.isPending || view?.state === 'running'}
      problem={apply.error ?? restore.error}
      {...(mayApply && {
        footer: (
          <CommandButton onClick={() => apply.mutate()} reason={whyNot()}>
            {text(messages.apply)}
          </CommandButton>
        ),
      })}
      {...(!mayApply && data !== undefined && { footer: <StepFooter restore={data} step="encryption" /> })}
    >
      {view !== undefined && <StepState view={view} />}
      {words !== undefined && <p>{text(words)}</p>}
      {data !== undefined && <TriedNotice restore={data} step="encryption" />}
      {mayApply && isDual && (
        <>
          <p>{text(messages.application)}</p>
          <TextField
            label={text(messages.clientId)}
            required
            hint={text(knownId === null ? messages.clientIdUnknown : messages.clientIdKnown)}
            value={clientId}
            onChange={(_, { value }) => setClientId(value)}
          />
          <TextField
            type="password"
            autoComplete="off"
            label={text(messages.clientSecret)}
            required
            hint={text(messages.clientSecretHint)}
            value={clientSecret}
            onChange={(_, { value }) => setClientSecret(value)}
          />
        </>
      )}
      {mayApply && secondTry.box}
    </Blade>
  );
}
