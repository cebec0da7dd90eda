import { api } from '../../api/api';
import { isKeyVaultId, isResourceGroupName } from '../../api/known-ids';
import { Blade } from '../../blades/blade';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { useBarred } from '../../rights/use-barred';
import { FooterButton } from '../../ui/buttons';
import { useScriptCommand } from '../../vocabulary/use-script-command';
import { encryptionMessages as messages, stepTitles } from './journey-messages';
import { viewOf } from './journey-steps';
import { StepFooter } from './step-footer';
import { StepState } from './step-state';
import { useRestore } from './use-restore';
import { useStepCommand } from './use-step-command';

const TEXTS = {
  ready: messages.ready,
  running: messages.running,
  done: messages.done,
  failed: messages.failed,
  blocked: messages.locked,
};

export default function EncryptionStep() {
  const text = useText();
  const { path, jobId, restore } = useRestore();
  const script = useScriptCommand(paths.restoreScript(path, jobId, 'encryption'));
  const apply = useStepCommand(path, () => api.restores.renewEncryption({ ...path, jobId }));
  const { data } = restore;
  const barred = useBarred(path, {
    groups: [data?.machineId?.split('/')[4] ?? ''].filter(isResourceGroupName),
    keyVaultIds: [data?.keyChain?.secret.keyVaultId ?? ''].filter(isKeyVaultId),
  });
  const view = data && viewOf(data.steps, 'encryption');
  const mayApply = view?.state === 'ready' || view?.state === 'failed';
  const words = view?.reason === 'not-needed' ? messages.notNeeded : view && TEXTS[view.state];
  return (
    <Blade
      title={text(stepTitles.encryption)}
      subtitle={data?.vmName}
      size="medium"
      commands={[script]}
      busy={restore.isPending || apply.isPending || view?.state === 'running'}
      problem={apply.error ?? restore.error}
      {...(mayApply && {
        footer: (
          <FooterButton onClick={() => apply.mutate()} reason={apply.isPending ? text(messages.sending) : barred('renew-encryption')}>
            {text(messages.apply)}
          </FooterButton>
        ),
      })}
      {...(!mayApply && data !== undefined && { footer: <StepFooter restore={data} step="encryption" /> })}
    >
      {view !== undefined && <StepState view={view} />}
      {words !== undefined && <p>{text(words)}</p>}
    </Blade>
  );
}
