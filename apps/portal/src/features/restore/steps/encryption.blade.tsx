import type { StepReason } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isVmId } from '../../../api/known-ids';
import { useDraft } from '../../../kept/draft-store';
import { encryptionApplicationDrafts } from '../../../kept/item-drafts';
import { useRestoreOwner } from '../../../kept/use-item-drafts';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { map } from '../../../map/map';
import { useBarred } from '../../../azure/rights/use-barred';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { TextField } from '../../../ui/fields/fields';
import { CommandButton } from '../../../azure/commands/command-button';
import { chainKeyVaults } from '../progress/chain-key-vaults';
import { encryptionMessages as messages } from '../progress/journey-messages';
import { TriedNotice } from '../progress/tried-notice';
import { useSecondTry } from '../progress/use-second-try';
import { useStepCommand } from '../progress/use-step-command';
import { StepBlade, useStep } from '../progress/step-blade';

const TEXTS = {
  ready: messages.ready,
  running: messages.running,
  done: messages.done,
  failed: undefined,
  blocked: undefined,
  hidden: undefined,
};

const BY_REASON: Partial<Record<StepReason, Message>> = {
  'not-needed': messages.notNeeded,
  'needs-earlier-step': messages.locked,
  'first-encryption': messages.first,
};

const isClientId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export default function EncryptionStep() {
  const text = useText();
  const step = useStep('encryption');
  const { path, jobId, data, view } = step;
  const isDual = data?.pass === 'dual';
  const owner = useRestoreOwner(jobId);
  const { clientId: typedId } = useDraft(encryptionApplicationDrafts, owner);
  const [clientSecret, setClientSecret] = useState('');
  const [isWanted, setWanted] = useState(false);
  const knownId = inSight(data?.clientId) ?? null;
  const clientId = typedId ?? knownId ?? '';
  const application = isDual ? { clientId: clientId.trim(), clientSecret } : null;
  const secondTry = useSecondTry(data, 'encryption');
  const apply = useStepCommand(path, () => api.restores.renewEncryption({ ...path, jobId, application }), {
    onSuccess: () => {
      setClientSecret('');
      encryptionApplicationDrafts.clear(owner);
      secondTry.sent();
    },
  });
  const barred = useBarred(path, {
    groups: [data?.targetGroup ?? null].filter(isResourceGroupName),
    vmIds: [inSight(data?.machineId) ?? ''].filter(isVmId),
    keyVaultIds: chainKeyVaults(data?.keyChain),
  });
  const mayApply =
    data?.recoveryPointId != null &&
    (view?.state === 'ready' || view?.reason === 'encryption-failed' || view?.reason === 'encryption-no-effect');
  const isFirst = view?.reason === 'first-encryption';
  const whyNot = () => {
    if (apply.isPending) return text(messages.sending);
    if (isFirst && !isWanted) return text(messages.firstUnconfirmed);
    if (application !== null && !isClientId(application.clientId)) return text(messages.clientIdMissing);
    if (application !== null && clientSecret === '') return text(messages.clientSecretMissing);
    return secondTry.reason ?? barred(map.encryption.step);
  };
  const words = view && ((view.reason && BY_REASON[view.reason]) ?? TEXTS[view.state]);
  return (
    <StepBlade
      of={step}
      busy={apply.isPending || view?.state === 'running'}
      problem={apply.error}
      command={
        mayApply && (
          <CommandButton onClick={() => apply.mutate()} reason={whyNot()}>
            {text(messages.apply)}
          </CommandButton>
        )
      }
    >
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
            onChange={(_, { value }) => encryptionApplicationDrafts.change(owner, { clientId: value })}
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
      {isFirst && <CheckboxField label={text(messages.confirmFirst)} checked={isWanted} onChange={setWanted} />}
      {mayApply && secondTry.box}
    </StepBlade>
  );
}
