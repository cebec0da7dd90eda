import type { JobId, Restore } from '@tresor/contracts';
import { useState } from 'react';
import { inSight } from '../../../api/facts';
import { useDraft } from '../../../kept/draft-store';
import { encryptionApplicationDrafts } from '../../../kept/item-drafts';
import { useRestoreOwner } from '../../../kept/use-item-drafts';
import { useText } from '../../../language/use-text';
import { TextField } from '../../../ui/fields/fields';
import { encryptionMessages as messages } from '../progress/journey-messages';

const isClientId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The Entra application that applies the encryption, where it is of two passes. Its secret is kept nowhere. */
export function useEncryptionApplication(jobId: JobId, restore: Restore | undefined) {
  const owner = useRestoreOwner(jobId);
  const { clientId: typedId } = useDraft(encryptionApplicationDrafts, owner);
  const [clientSecret, setClientSecret] = useState('');
  const knownId = inSight(restore?.clientId) ?? null;
  const clientId = typedId ?? knownId ?? '';
  const application = restore?.pass === 'dual' ? { clientId: clientId.trim(), clientSecret } : null;
  const missing = () => {
    if (application === null) return undefined;
    if (!isClientId(application.clientId)) return messages.clientIdMissing;
    return clientSecret === '' ? messages.clientSecretMissing : undefined;
  };
  return {
    application,
    clientId,
    clientSecret,
    isKnown: knownId !== null,
    missing: missing(),
    changeId: (value: string) => encryptionApplicationDrafts.change(owner, { clientId: value }),
    changeSecret: setClientSecret,
    /** It is being sent; what it answers forgets it, once it has arrived. */
    sending: () => {
      const done = encryptionApplicationDrafts.sending(owner);
      return () => {
        // Another one that was entered since is not sent yet.
        setClientSecret((now) => (now === clientSecret ? '' : now));
        done();
      };
    },
  };
}

export function ApplicationFields({ of }: { of: ReturnType<typeof useEncryptionApplication> }) {
  const text = useText();
  return (
    <>
      <p>{text(messages.application)}</p>
      <TextField
        label={text(messages.clientId)}
        required
        hint={text(of.isKnown ? messages.clientIdKnown : messages.clientIdUnknown)}
        value={of.clientId}
        onChange={(_, { value }) => of.changeId(value)}
      />
      <TextField
        type="password"
        autoComplete="off"
        label={text(messages.clientSecret)}
        required
        hint={text(messages.clientSecretHint)}
        value={of.clientSecret}
        onChange={(_, { value }) => of.changeSecret(value)}
      />
    </>
  );
}
