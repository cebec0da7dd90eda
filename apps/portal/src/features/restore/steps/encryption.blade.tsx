import { ReasonField } from '../../../azure/commands/reason-field';
import { useText } from '../../../language/use-text';
import { FooterButton, PlainButton } from '../../../ui/actions/buttons';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { encryptionMessages as messages } from '../progress/journey-messages';
import { StepBlade, useStep } from '../progress/step-blade';
import { TriedNotice } from '../progress/tried-notice';
import { ApplicationFields } from './encryption-application';
import { encryptionOffers, encryptionWords, type EncryptionOffers } from './encryption-offers';
import { openDiskMessages as openDisks } from './open-disk-messages';
import { OpenDisks } from './open-disks';
import { useApplyEncryption, useConfirmPlain, useEncryptionRights } from './use-encryption-commands';

interface CommandsProps {
  offers: EncryptionOffers;
  apply: ReturnType<typeof useApplyEncryption>;
  confirm: ReturnType<typeof useConfirmPlain>;
  isLacking: boolean;
}

function EncryptionCommands({ offers: { mayApply, isAsked }, apply, confirm, isLacking }: CommandsProps) {
  const text = useText();
  return (
    <>
      {mayApply && (
        <FooterButton onClick={apply.sending.send} reason={apply.sending.reason}>
          {text(messages.apply)}
        </FooterButton>
      )}
      {mayApply && apply.sending.again}
      {isAsked && (
        <PlainButton onClick={confirm.sending.send} reason={confirm.sending.reason}>
          {text(openDisks.confirm)}
        </PlainButton>
      )}
      {isAsked && confirm.sending.again}
      {!isLacking && <ReasonField />}
    </>
  );
}

/** Of what is done the footer leads on; who wants it otherwise finds that below what was said. */
function TakeBack({ apply: { sending }, isLacking }: Pick<CommandsProps, 'apply' | 'isLacking'>) {
  const text = useText();
  return (
    <>
      {!isLacking && <ReasonField />}
      <PlainButton onClick={sending.send} reason={sending.reason}>
        {text(messages.apply)}
      </PlainButton>
      {sending.again}
    </>
  );
}

export default function EncryptionStep() {
  const text = useText();
  const step = useStep('encryption');
  const { data, view } = step;
  const offers = encryptionOffers(data, view);
  const lacking = useEncryptionRights(step);
  const apply = useApplyEncryption(step, offers, lacking);
  const confirm = useConfirmPlain(step, lacking);
  const { mayApply, mayTakeBack, takesPlain, isAsked } = offers;
  const said = data && view && encryptionWords(data, view, offers);
  const given = { apply, isLacking: lacking !== undefined };
  return (
    <StepBlade
      of={step}
      busy={apply.command.isPending || confirm.command.isPending || view?.state === 'running'}
      problem={apply.command.error ?? confirm.command.error}
      command={!mayTakeBack && (mayApply || isAsked) && <EncryptionCommands offers={offers} confirm={confirm} {...given} />}
    >
      {said !== undefined && <p>{text(said)}</p>}
      {data !== undefined && (
        <OpenDisks restore={data} mayApply={mayApply} isAsked={isAsked} saysNeeds={view?.reason !== 'encryption-out-of-sight'} />
      )}
      {mayTakeBack && <p>{text(openDisks.takeBack)}</p>}
      {data !== undefined && <TriedNotice restore={data} step="encryption" />}
      {mayApply && apply.fields.application !== null && <ApplicationFields of={apply.fields} />}
      {takesPlain && <CheckboxField label={text(messages.confirmFirst)} checked={apply.isWanted} onChange={apply.setWanted} />}
      {isAsked && <CheckboxField label={text(openDisks.checked)} checked={confirm.hasChecked} onChange={confirm.setChecked} />}
      {mayApply && apply.secondTry}
      {mayTakeBack && <TakeBack {...given} />}
    </StepBlade>
  );
}
