import { own } from '../../api/own';
import { type PortalProblemCode, toProblemError } from '../../api/problem-error';
import { defineMessages, type Message } from '../../language/messages';

export const refusalMessages = defineMessages({
  fixed: { de: 'Die Ursache ist behoben: noch einmal versuchen', en: 'The cause is fixed: try again' },
});

const { policy, azure, lock, provider, firewall, state, entries } = defineMessages({
  policy: {
    de: 'Eine Richtlinie (Azure Policy) verbietet das. Unverändert wird es wieder abgelehnt.',
    en: 'A policy (Azure Policy) forbids this. Unless something changes, it will be refused again.',
  },
  azure: {
    de: 'Azure lässt das nicht zu. Unverändert wird es wieder abgelehnt.',
    en: 'Azure doesn’t allow this. Unless something changes, it will be refused again.',
  },
  lock: {
    de: 'Eine Ressourcensperre lässt das nicht zu. Solange sie besteht, wird es wieder abgelehnt.',
    en: 'A resource lock doesn’t allow this. As long as the lock is there, it will be refused again.',
  },
  provider: {
    de: 'Ein Ressourcenanbieter ist nicht registriert. Bis dahin wird es wieder abgelehnt.',
    en: 'A resource provider isn’t registered. Until it is, this will be refused again.',
  },
  firewall: {
    de: 'Eine Firewall lässt Tresor nicht zu. Solange das so ist, wird es wieder abgelehnt.',
    en: 'A firewall doesn’t let Tresor in. As long as that’s so, it will be refused again.',
  },
  state: {
    de: 'So, wie es jetzt ist, lässt Azure das nicht zu. Unverändert wird es wieder abgelehnt.',
    en: 'As things are now, Azure doesn’t allow this. Unless something changes, it will be refused again.',
  },
  entries: {
    de: 'Mit diesen Angaben wurde es abgelehnt. Unverändert wird es wieder abgelehnt.',
    en: 'This was refused with these entries. Unless something changes, it will be refused again.',
  },
});

/** What neither waiting nor repeating changes. What rights decide is told by the rights themselves, which are read again. */
const BY_CODE: Readonly<Partial<Record<PortalProblemCode, Message>>> = {
  'disallowed-by-policy': policy,
  'disallowed-by-azure': azure,
  'scope-locked': lock,
  'provider-not-registered': provider,
  'not-as-it-is': state,
  'storage-firewall': firewall,
  'key-vault-firewall': firewall,
  'invalid-request': entries,
  'vault-name-taken': entries,
  'policy-name-taken': entries,
  'policy-refused': entries,
  'machine-name-taken': entries,
  'machine-refused': entries,
  'storage-account-refused': entries,
  'key-vault-name-taken': entries,
  'key-vault-refused': entries,
  'key-name-taken': entries,
  'key-backup-foreign': entries,
  'key-backup-damaged': entries,
  'keys-not-in-backup': entries,
};

const BY_AZURE_CODE: Readonly<Record<string, Message>> = {
  RequestDisallowedByPolicy: policy,
  RequestDisallowedByAzure: azure,
  ScopeLocked: lock,
  MissingSubscriptionRegistration: provider,
  OperationNotAllowed: state,
};

/** Why the same command would be refused again, by what was thrown or by Azure’s code for it; undefined where it might not be. */
export function whyRefusedAgain(failed: unknown): Message | undefined {
  if (failed == null) return undefined;
  return typeof failed === 'string' ? own(BY_AZURE_CODE, failed) : own(BY_CODE, toProblemError(failed).problem.code);
}
