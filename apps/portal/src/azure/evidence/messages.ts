import type { SealFault } from '@tresor/contracts/seal';
import { defineMessages, type Message } from '../../language/messages';

export const messages = defineMessages({
  print: { de: 'Drucken', en: 'Print' },
  save: { de: 'Als JSON speichern', en: 'Save as JSON' },
  drawing: {
    de: 'Tresor fragt Azure nach allem, was hierher gehört. Wo Azure warten lässt, dauert das bis zu einer Minute.',
    en: 'Tresor is asking Azure for everything that belongs here. Where Azure makes it wait, this takes up to a minute.',
  },
  loading: { de: 'Der Nachweis wird noch erstellt.', en: 'The evidence is still being drawn.' },
  notDrawn: {
    de: 'Der Nachweis ließ sich nicht erstellen. Wählen Sie „Aktualisieren“.',
    en: 'The evidence couldn’t be drawn. Choose “Refresh”.',
  },
  drawn: { de: 'Erstellt von {name} ({username}), {at}.', en: 'Drawn by {name} ({username}), {at}.' },
  proof: { de: 'Echtheit', en: 'Authenticity' },
  checking: { de: 'Der Nachweis wird in diesem Browser geprüft.', en: 'Checking the evidence in this browser.' },
  sound: {
    de: 'Unverändert: In diesem Browser geprüft, alle Einträge stimmen, unterschrieben von dieser Installation.',
    en: 'Unchanged: checked in this browser, all records match, signed by this installation.',
  },
  cannotCheck: {
    de: 'Dieser Browser kann die Unterschrift (Ed25519) nicht prüfen. Speichern Sie den Nachweis und prüfen Sie ihn mit dem Befehl unten.',
    en: 'This browser can’t check the signature (Ed25519). Save the evidence and check it with the command below.',
  },
  records: { de: 'Einträge', en: 'Records' },
  head: { de: 'Letzter Hash (SHA-256)', en: 'Last hash (SHA-256)' },
  fingerprint: { de: 'Fingerabdruck des Schlüssels', en: 'Fingerprint of the key' },
  segments: { de: 'Abgeschlossene Abschnitte des Protokolls', en: 'Closed segments of the record' },
  segmentsSound: {
    de: '{numbers}: nachgelesen und unverändert',
    en: '{numbers}: read again and unchanged',
  },
  segmentsBroken: { de: 'Verändert: {numbers}', en: 'Changed: {numbers}' },
  segmentsOpen: {
    de: '{count, plural, one {ein Eintrag ist} other {# Einträge sind}} dort noch in keinem Abschnitt abgeschlossen',
    en: '{count, plural, one {one entry isn’t} other {# entries aren’t}} closed in a segment there yet',
  },
  how: { de: 'So prüfen Sie diesen Nachweis selbst', en: 'How to verify this evidence yourself' },
  howText: {
    de: 'Speichern Sie ihn als JSON. Prüfen lässt er sich ohne Server und ohne Netz, auf den Einstellungen von Tresor oder mit diesem Befehl:',
    en: 'Save it as JSON. It can be verified without a server and without a network, on the settings page of Tresor or with this command:',
  },
  howCompare: {
    de: 'Vergleichen Sie den Fingerabdruck mit dem, den Ihnen die Betreiber von Tresor auf anderem Weg gegeben haben. Ein gedrucktes Blatt beweist nichts; was es zusammenfasst, steht vollständig in der Datei.',
    en: 'Compare the fingerprint with the one that the people who run Tresor gave you by another way. A printed sheet proves nothing; what it sums up is in the file in full.',
  },
  limit: {
    de: 'Der Nachweis belegt, was Tresor festgehalten hat und was Azure ihm gezeigt hat. Was jemand mit anderen Werkzeugen getan hat, steht nur in Azures Aktivitätsprotokoll.',
    en: 'The evidence proves what Tresor recorded and what Azure showed it. What anyone did with other tools is only in Azure’s activity log.',
  },
  commands: { de: 'Wer was verlangt hat', en: 'Who asked for what' },
  time: { de: 'Zeit', en: 'Time' },
  who: { de: 'Wer', en: 'Who' },
  what: { de: 'Was', en: 'What' },
  on: { de: 'Betrifft', en: 'Concerns' },
  aPlan: { de: 'Wiederherstellungsplan', en: 'Restore plan' },
  restoreOf: { de: 'Wiederherstellung von {name}', en: 'Restore of {name}' },
  result: { de: 'Ergebnis', en: 'Result' },
  correlationId: { de: 'Korrelations-ID', en: 'Correlation ID' },
  unseen: { de: 'nicht gesehen; nötig: {needs}', en: 'not seen; needed: {needs}' },
  address: { de: 'Adresse dieser Seite: {url}', en: 'Address of this page: {url}' },
  none: { de: 'Nichts verzeichnet.', en: 'Nothing on record.' },
});

export const faultWords: Readonly<Record<SealFault['fault'], Message<'number' | 'fingerprint'>>> = defineMessages({
  'not-sealed': { de: 'Das ist kein Nachweis von Tresor.', en: 'This isn’t evidence from Tresor.' },
  rewritten: { de: 'Verändert: Der Text ist nicht der, der geschrieben wurde.', en: 'Changed: the text isn’t the one that was written.' },
  record: {
    de: 'Verändert: Eintrag {number} ist nicht mehr, wie er war, oder steht nicht an seinem Platz.',
    en: 'Changed: record {number} isn’t as it was, or isn’t in its place.',
  },
  count: { de: 'Verändert: Einträge fehlen oder kamen hinzu.', en: 'Changed: records are missing or were added.' },
  signature: {
    de: 'Nicht echt: Unterschrieben wurde etwas anderes, als in der Datei steht.',
    en: 'Not genuine: what was signed isn’t what the file says.',
  },
  'other-key': {
    de: 'Nicht von dieser Installation: Unterschrieben wurde mit einem anderen Schlüssel ({fingerprint}).',
    en: 'Not from this installation: it was signed with another key ({fingerprint}).',
  },
});
