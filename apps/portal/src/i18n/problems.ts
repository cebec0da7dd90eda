import type { PortalProblemCode } from '../api/problem-error';
import type { Message } from './messages';

/** What happened, what is certain now, and what to do. */
export interface ProblemWords {
  title: Message;
  certain: Message;
  remedy: Message;
}

const nothingChanged: Message = { de: 'Es wurde nichts geändert.', en: 'Nothing was changed.' };
const nothingLost: Message = { de: 'Ihre Eingaben sind erhalten.', en: 'What you entered is kept.' };
const tryAgainLater: Message = { de: 'Versuchen Sie es in einigen Minuten noch einmal.', en: 'Try again in a few minutes.' };
const goBack: Message = {
  de: 'Gehen Sie zur Liste zurück und aktualisieren Sie sie.',
  en: 'Go back to the list and refresh it.',
};
const askAdministrator: Message = {
  de: 'Bitten Sie eine Person mit Besitzrechten am Abonnement um die nötige Rolle.',
  en: 'Ask an owner of the subscription for the role that is needed.',
};

export const PROBLEM_WORDS: Record<PortalProblemCode, ProblemWords> = {
  offline: {
    title: { de: 'Tresor antwortet nicht', en: 'Tresor does not answer' },
    certain: {
      de: 'Ihre Eingaben sind erhalten. Ob die Anfrage noch angekommen ist, ist nicht bekannt.',
      en: 'What you entered is kept. Whether the request still arrived is not known.',
    },
    remedy: { de: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.', en: 'Check your connection and try again.' },
  },
  'unreadable-answer': {
    title: { de: 'Die Antwort ist unverständlich', en: 'The answer cannot be read' },
    certain: {
      de: 'Sie kam nicht von Tresor, vielleicht von etwas dazwischen. Ob sich etwas geändert hat, ist nicht bekannt.',
      en: 'It did not come from Tresor, perhaps from something in between. Whether anything changed is not known.',
    },
    remedy: { de: 'Laden Sie die Seite neu und sehen Sie nach.', en: 'Reload the page and look.' },
  },
  'invalid-request': {
    title: { de: 'Eine Angabe ist ungültig', en: 'Something entered is not valid' },
    certain: nothingChanged,
    remedy: { de: 'Prüfen Sie die markierten Felder.', en: 'Check the marked fields.' },
  },
  'not-signed-in': {
    title: { de: 'Sie sind nicht angemeldet', en: 'You are not signed in' },
    certain: nothingLost,
    remedy: { de: 'Melden Sie sich an; Sie kommen hierher zurück.', en: 'Sign in; you will come back here.' },
  },
  'session-expired': {
    title: { de: 'Ihre Anmeldung ist abgelaufen', en: 'Your sign-in has expired' },
    certain: nothingLost,
    remedy: { de: 'Melden Sie sich erneut an; Sie kommen hierher zurück.', en: 'Sign in again; you will come back here.' },
  },
  'step-up-required': {
    title: { de: 'Ihre Organisation verlangt eine weitere Bestätigung', en: 'Your organization asks for one more confirmation' },
    certain: nothingChanged,
    remedy: {
      de: 'Melden Sie sich erneut an und bestätigen Sie, was verlangt wird.',
      en: 'Sign in again and confirm what is asked for.',
    },
  },
  'consent-required': {
    title: { de: 'Die Zustimmung zu Tresor fehlt', en: 'Consent to Tresor is missing' },
    certain: nothingChanged,
    remedy: {
      de: 'Bitten Sie eine Administratorin oder einen Administrator Ihrer Organisation, Tresor den Zugriff auf Azure zu gestatten.',
      en: 'Ask an administrator of your organization to let Tresor access Azure.',
    },
  },
  forbidden: {
    title: { de: 'Dafür reicht Ihre Berechtigung nicht', en: 'You do not have permission for this' },
    certain: nothingChanged,
    remedy: askAdministrator,
  },
  'foreign-origin': {
    title: { de: 'Die Anfrage kam nicht von dieser Seite', en: 'The request did not come from this page' },
    certain: nothingChanged,
    remedy: {
      de: 'Öffnen Sie Tresor unter seiner richtigen Adresse und laden Sie die Seite neu.',
      en: 'Open Tresor at its own address and reload the page.',
    },
  },
  'subscription-not-found': {
    title: { de: 'Dieses Abonnement gibt es nicht, oder Sie dürfen es nicht sehen', en: 'This subscription does not exist, or you may not see it' },
    certain: nothingChanged,
    remedy: askAdministrator,
  },
  'vault-not-found': {
    title: { de: 'Diesen Tresor gibt es nicht, oder Sie dürfen ihn nicht sehen', en: 'This vault does not exist, or you may not see it' },
    certain: nothingChanged,
    remedy: goBack,
  },
  'policy-not-found': {
    title: { de: 'Diese Sicherungsrichtlinie gibt es nicht mehr', en: 'This backup policy no longer exists' },
    certain: nothingChanged,
    remedy: { de: 'Wählen Sie eine andere Richtlinie.', en: 'Choose another policy.' },
  },
  'item-not-found': {
    title: { de: 'Dieses Sicherungselement gibt es nicht mehr', en: 'This backup item no longer exists' },
    certain: nothingChanged,
    remedy: goBack,
  },
  'job-not-found': {
    title: { de: 'Diesen Auftrag gibt es nicht mehr', en: 'This job no longer exists' },
    certain: nothingChanged,
    remedy: goBack,
  },
  'key-vault-not-found': {
    title: { de: 'Diesen Schlüsseltresor gibt es nicht, oder Sie dürfen ihn nicht sehen', en: 'This key vault does not exist, or you may not see it' },
    certain: nothingChanged,
    remedy: {
      de: 'Prüfen Sie, ob er gelöscht wurde, und stellen Sie ihn wieder her.',
      en: 'See whether it was deleted, and recover it.',
    },
  },
  'batch-not-found': {
    title: { de: 'Zu dieser Adresse ist keine Aktivierung bekannt', en: 'No enabling is known for this address' },
    certain: {
      de: 'Unter dieser Adresse wurde nichts aktiviert, oder eine andere Person hat es getan.',
      en: 'Nothing was enabled under this address, or another person did it.',
    },
    remedy: {
      de: 'Unter „Sicherungselemente“ sehen Sie, was der Tresor schützt.',
      en: 'See “Backup Items” for what the vault protects.',
    },
  },
  'route-not-found': {
    title: { de: 'Diese Adresse gibt es nicht', en: 'This address does not exist' },
    certain: nothingChanged,
    remedy: { de: 'Laden Sie die Seite neu.', en: 'Reload the page.' },
  },
  'policy-name-taken': {
    title: { de: 'Eine Richtlinie dieses Namens gibt es schon', en: 'A policy of this name exists already' },
    certain: { de: 'Die vorhandene Richtlinie ist unverändert.', en: 'The existing policy is unchanged.' },
    remedy: { de: 'Geben Sie einen anderen Namen ein.', en: 'Enter another name.' },
  },
  'policy-refused': {
    title: { de: 'Azure hat die Richtlinie abgelehnt', en: 'Azure refused the policy' },
    certain: { de: 'Die Richtlinie wurde nicht erstellt.', en: 'The policy was not created.' },
    remedy: {
      de: 'Verringern Sie die Aufbewahrung: weniger Tage, Wochen, Monate oder Jahre.',
      en: 'Keep less: fewer days, weeks, months or years.',
    },
  },
  conflict: {
    title: { de: 'Daran wird gerade anderswo gearbeitet', en: 'Something else is working on this right now' },
    certain: nothingChanged,
    remedy: { de: 'Warten Sie, bis der laufende Vorgang endet, und versuchen Sie es dann erneut.', en: 'Wait for the running operation to end, then try again.' },
  },
  'idempotency-key-reused': {
    title: { de: 'Mit dieser Kennung wurde schon etwas anderes aktiviert', en: 'Something else was enabled under this id before' },
    certain: { de: 'Jetzt wurde nichts aktiviert.', en: 'Nothing was enabled now.' },
    remedy: { de: 'Prüfen Sie Ihre Auswahl und aktivieren Sie die Sicherung noch einmal.', en: 'Check what you chose and enable the backup once more.' },
  },
  'request-too-large': {
    title: { de: 'Das ist auf einmal zu viel', en: 'This is too much at once' },
    certain: nothingChanged,
    remedy: { de: 'Wählen Sie weniger Elemente auf einmal.', en: 'Choose fewer items at a time.' },
  },
  'too-many-requests': {
    title: { de: 'Zu viele Anfragen in kurzer Zeit', en: 'Too many requests in a short time' },
    certain: nothingChanged,
    remedy: tryAgainLater,
  },
  'azure-throttled': {
    title: { de: 'Azure nimmt gerade keine weiteren Anfragen an', en: 'Azure accepts no more requests right now' },
    certain: { de: 'Azure hat diese Anfrage nicht ausgeführt.', en: 'Azure did not carry out this request.' },
    remedy: tryAgainLater,
  },
  'version-mismatch': {
    title: { de: 'Tresor wurde aktualisiert', en: 'Tresor was updated' },
    certain: nothingLost,
    remedy: { de: 'Laden Sie die Seite neu.', en: 'Reload the page.' },
  },
  internal: {
    title: { de: 'In Tresor ist ein Fehler aufgetreten', en: 'An error occurred in Tresor' },
    certain: { de: 'Ob sich etwas geändert hat, ist nicht bekannt.', en: 'Whether anything changed is not known.' },
    remedy: {
      de: 'Laden Sie die Seite neu und sehen Sie nach. Bleibt der Fehler, nennen Sie dem Betrieb die Korrelations-ID.',
      en: 'Reload the page and look. If the error stays, tell those who run Tresor the correlation id.',
    },
  },
  'azure-answer-unreadable': {
    title: { de: 'Azure hat unverständlich geantwortet', en: 'Azure gave an answer that cannot be read' },
    certain: { de: 'Ob Azure etwas geändert hat, ist nicht bekannt.', en: 'Whether Azure changed anything is not known.' },
    remedy: { de: 'Aktualisieren Sie und sehen Sie nach, bevor Sie etwas wiederholen.', en: 'Refresh and look before you repeat anything.' },
  },
  'azure-unreachable': {
    title: { de: 'Azure ist nicht erreichbar', en: 'Azure cannot be reached' },
    certain: { de: 'Ob Azure die Anfrage noch bekommen hat, ist nicht bekannt.', en: 'Whether Azure still received the request is not known.' },
    remedy: tryAgainLater,
  },
  'azure-failed': {
    title: { de: 'Azure hat einen Fehler gemeldet', en: 'Azure reported an error' },
    certain: { de: 'Was Azure dazu sagt, steht darunter.', en: 'What Azure says about it stands below.' },
    remedy: tryAgainLater,
  },
  'sign-in-service-unavailable': {
    title: { de: 'Der Anmeldedienst antwortet nicht', en: 'The sign-in service does not answer' },
    certain: nothingLost,
    remedy: tryAgainLater,
  },
  'not-ready': {
    title: { de: 'Tresor ist noch nicht bereit', en: 'Tresor is not ready yet' },
    certain: nothingChanged,
    remedy: tryAgainLater,
  },
  'azure-timeout': {
    title: { de: 'Azure hat nicht rechtzeitig geantwortet', en: 'Azure did not answer in time' },
    certain: { de: 'Ob Azure die Anfrage noch ausführt, ist nicht bekannt.', en: 'Whether Azure still carries out the request is not known.' },
    remedy: { de: 'Aktualisieren Sie und sehen Sie nach, bevor Sie etwas wiederholen.', en: 'Refresh and look before you repeat anything.' },
  },
};
