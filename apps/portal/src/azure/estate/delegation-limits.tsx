import { DELEGATION_LIMITS } from '@tresor/support-matrix';
import { useId, useState } from 'react';
import type { Language } from '../../language/language';
import { formatMessage } from '../../language/messages';
import { useText } from '../../language/use-text';
import { PlainButton } from '../../ui/actions/buttons';
import { CodeBox } from '../../ui/actions/code-box';
import { InfoBox } from '../../ui/feedback/info-box';
import { SourceLine } from '../../ui/feedback/source-line';
import { limitWords, messages, requests } from './delegated-messages';

interface DelegationLimitsProps {
  subscription: string;
  tenant: string;
  vaultName: string;
  machine?: string;
}

/** What a delegation does not reach, with the sources, and what to send to the customer in either language. */
export default function DelegationLimits({ subscription, tenant, vaultName, machine }: DelegationLimitsProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const id = useId();
  const source = DELEGATION_LIMITS[0].source.url;
  const requestIn = (language: Language) =>
    machine === undefined
      ? formatMessage(language, requests.backup, { subscription, vault: vaultName, source })
      : formatMessage(language, requests.restore, { subscription, vault: vaultName, machine, source });
  return (
    <InfoBox>
      <p>{text(messages.delegated, { subscription, tenant })}</p>
      {DELEGATION_LIMITS.map((limit) => (
        <div key={limit.id}>
          <p>{text(limitWords[limit.id])}</p>
          <SourceLine source={limit.source} />
        </div>
      ))}
      <p>{text(machine === undefined ? messages.backup : messages.restore)}</p>
      <PlainButton onClick={() => setOpen(!open)} aria-expanded={open} aria-controls={id}>
        {text(messages.handOver)}
      </PlainButton>
      <div id={id} hidden={!open}>
        {open && (
          <>
            <CodeBox label={text(messages.inGerman)} code={requestIn('de')} />
            <CodeBox label={text(messages.inEnglish)} code={requestIn('en')} />
          </>
        )}
      </div>
    </InfoBox>
  );
}
