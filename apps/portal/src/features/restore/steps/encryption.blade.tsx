import type { Restore, StepReason } from '@tresor/contracts';
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
import { ReasonField } from '../../../azure/commands/reason-field';
import { useSending } from '../../../azure/commands/use-sending';
import { FooterButton, PlainButton } from '../../../ui/actions/buttons';
import { chainKeyVaults } from '../../../azure/key-chain/chain-key-vaults';
import { encryptionMessages as messages } from '../progress/journey-messages';
import { TriedNotice } from '../progress/tried-notice';
import { useSecondTry } from '../progress/use-second-try';
import { useStepCommand } from '../progress/use-step-command';
import { StepBlade, useStep } from '../progress/step-blade';
import { openDiskMessages as openDisks } from './open-disk-messages';
import { OpenDisks } from './open-disks';

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
  'encryption-isolated': messages.isolated,
};

/** Where a person who looked can say whether disks were encrypted. */
const ASKED: ReadonlySet<StepReason | null | undefined> = new Set<StepReason>([
  'disks-untold',
  'encryption-failed',
  'encryption-no-effect',
  'encryption-isolated',
  'point-gone',
]);

/** What stands in the way of no attempt. */
const APPLIED: ReadonlySet<StepReason | null | undefined> = new Set<StepReason>([
  'encryption-out-of-sight',
  'encryption-failed',
  'encryption-no-effect',
  'encryption-isolated',
]);

const NO_DISKS: Restore['openDisks'] = { encrypted: [], untold: [], plain: [] };

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
  const [hasChecked, setChecked] = useState(false);
  const knownId = inSight(data?.clientId) ?? null;
  const clientId = typedId ?? knownId ?? '';
  const application = isDual ? { clientId: clientId.trim(), clientSecret } : null;
  const secondTry = useSecondTry(data, 'encryption');
  const apply = useStepCommand(path, () => api.restores.renewEncryption({ ...path, jobId, application, encryptPlain: isWanted }), {
    onSuccess(_, sent: { clientSecret: string; done: () => void }) {
      // Another one that was entered since is not sent yet.
      setClientSecret((now) => (now === sent.clientSecret ? '' : now));
      sent.done();
      secondTry.sent();
    },
  });
  const send = () => apply.mutate({ clientSecret, done: encryptionApplicationDrafts.sending(owner) });
  const { encrypted, untold, plain } = data?.openDisks ?? NO_DISKS;
  const confirm = useStepCommand(path, () => api.restores.confirmPlainDisks({ ...path, jobId, disks: untold }));
  const barred = useBarred(path, {
    diskGroups: [data?.targetGroup ?? null].filter(isResourceGroupName),
    vmIds: [inSight(data?.machineId) ?? ''].filter(isVmId),
    keyVaultIds: chainKeyVaults(data?.keyChain),
  });
  const hasPoint = data?.recoveryPointId != null;
  const mayTakeBack = hasPoint && view?.state === 'done' && data.plainDisks.length > 0;
  const mayApply = mayTakeBack || (hasPoint && (view?.state === 'ready' || APPLIED.has(view?.reason)));
  const takesPlain = mayApply && untold.length + plain.length > 0;
  const isUntold = encrypted.length === 0 && untold.length > 0 && ASKED.has(view?.reason);
  const isAsked = isUntold && data?.disks.state === 'known';
  const lacking = barred(map.encryption.step);
  const whyNotConfirmed = () => {
    if (confirm.isPending) return text(openDisks.confirming);
    return hasChecked ? lacking : text(openDisks.uncheckedYet);
  };
  const whyNot = () => {
    if (apply.isPending) return text(messages.sending);
    if (takesPlain && !isWanted) return text(messages.firstUnconfirmed);
    if (application !== null && !isClientId(application.clientId)) return text(messages.clientIdMissing);
    if (application !== null && clientSecret === '') return text(messages.clientSecretMissing);
    return secondTry.reason ?? lacking;
  };
  const words = () => {
    if (view === undefined || isUntold) return undefined;
    if (view.state === 'done' && view.reason === null && plain.length > 0) return openDisks.asItWas;
    return (view.reason && BY_REASON[view.reason]) ?? TEXTS[view.state];
  };
  const said = words();
  const applying = useSending({ send, reason: whyNot(), failed: apply.error, entries: [application, isWanted] });
  const confirming = useSending({ send: () => confirm.mutate(), reason: whyNotConfirmed(), failed: confirm.error, entries: untold });
  return (
    <StepBlade
      of={step}
      busy={apply.isPending || confirm.isPending || view?.state === 'running'}
      problem={apply.error ?? confirm.error}
      command={
        !mayTakeBack &&
        (mayApply || isAsked) && (
          <>
            {mayApply && (
              <FooterButton onClick={applying.send} reason={applying.reason}>
                {text(messages.apply)}
              </FooterButton>
            )}
            {mayApply && applying.again}
            {isAsked && (
              <PlainButton onClick={confirming.send} reason={confirming.reason}>
                {text(openDisks.confirm)}
              </PlainButton>
            )}
            {isAsked && confirming.again}
            {lacking === undefined && <ReasonField />}
          </>
        )
      }
    >
      {said !== undefined && <p>{text(said)}</p>}
      {data !== undefined && (
        <OpenDisks restore={data} mayApply={mayApply} isAsked={isAsked} saysNeeds={view?.reason !== 'encryption-out-of-sight'} />
      )}
      {mayTakeBack && <p>{text(openDisks.takeBack)}</p>}
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
      {takesPlain && <CheckboxField label={text(messages.confirmFirst)} checked={isWanted} onChange={setWanted} />}
      {isAsked && <CheckboxField label={text(openDisks.checked)} checked={hasChecked} onChange={setChecked} />}
      {mayApply && secondTry.box}
      {mayTakeBack && (
        <>
          {lacking === undefined && <ReasonField />}
          <PlainButton onClick={applying.send} reason={applying.reason}>
            {text(messages.apply)}
          </PlainButton>
          {applying.again}
        </>
      )}
    </StepBlade>
  );
}
