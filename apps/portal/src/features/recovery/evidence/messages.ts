import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  fileName: { de: 'nachweis-plan', en: 'evidence-plan' },
  all: {
    de: '{total, plural, one {Der virtuelle Computer des Plans läuft} other {Alle # virtuellen Computer des Plans laufen}} wieder.',
    en: '{total, plural, one {The virtual machine of the plan is} other {All # virtual machines of the plan are}} running again.',
  },
  allSeen: {
    de: '{total, plural, one {Der virtuelle Computer des Plans, den {name} sieht, läuft} other {Alle # virtuellen Computer des Plans, die {name} sieht, laufen}} wieder.',
    en: '{total, plural, one {The virtual machine of the plan that {name} can see is} other {All # virtual machines of the plan that {name} can see are}} running again.',
  },
  some: {
    de: 'Teilweise gelungen: {done, plural, one {# von {total, number} virtuellen Computern des Plans läuft} other {# von {total, number} virtuellen Computern des Plans laufen}} wieder, {rest, number} nicht.',
    en: 'Partly successful: {done, plural, one {# of {total, number} virtual machines of the plan is} other {# of {total, number} virtual machines of the plan are}} running again, {rest, number} not.',
  },
  nobody: {
    de: '{total, plural, one {Der virtuelle Computer des Plans läuft noch nicht} other {Von # virtuellen Computern des Plans läuft noch keiner}} wieder.',
    en: '{total, plural, one {The virtual machine of the plan isn’t} other {None of the # virtual machines of the plan is}} running again yet.',
  },
  goesOn: {
    de: 'Der Plan ist noch nicht zu Ende: Das ist ein Zwischenstand.',
    en: 'The plan hasn’t ended: this is how it stands so far.',
  },
  unseen: {
    de: 'Nicht gesehen: {count, plural, one {ein virtueller Computer} other {# virtuelle Computer}} des Plans in Tresoren, die {name} nicht sehen darf. Über sie sagt dieser Nachweis nichts.',
    en: 'Not seen: {count, plural, one {one virtual machine} other {# virtual machines}} of the plan in vaults that {name} can’t see. This evidence says nothing about them.',
  },
  plan: { de: 'Der Plan', en: 'The plan' },
  name: { de: 'Name', en: 'Name' },
  state: { de: 'Stand', en: 'State' },
  started: { de: 'Begonnen', en: 'Started' },
  notStarted: { de: 'noch nicht', en: 'not yet' },
  running: { de: 'Diese virtuellen Computer laufen wieder', en: 'These virtual machines are running again' },
  others: { de: 'Diese virtuellen Computer laufen nicht wieder', en: 'These virtual machines aren’t running again' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  point: { de: 'Stand der Daten (Wieder\u00ADherstellungs\u00ADpunkt)', en: 'State of the data (restore point)' },
  keys: { de: 'Geheimnis (BEK) und Schlüssel (KEK)', en: 'Secret (BEK) and key (KEK)' },
  secretOf: {
    de: 'Geheimnis {name}, Version {version}, in {keyVault}.',
    en: 'Secret {name}, version {version}, in {keyVault}.',
  },
  keyOf: { de: 'Schlüssel {name}, Version {version}, in {keyVault}.', en: 'Key {name}, version {version}, in {keyVault}.' },
  bekAlone: { de: 'Kein KEK: Das Geheimnis allein verschlüsselt.', en: 'No KEK: the secret alone encrypts.' },
  notEncrypted: { de: 'nicht verschlüsselt', en: 'not encrypted' },
  keysNotSeen: { de: 'nicht gesehen', en: 'not seen' },
  begun: { de: 'Begonnen', en: 'Started' },
  ended: { de: 'Fertig', en: 'Finished' },
  why: { de: 'Warum', en: 'Why' },
  left: { de: 'Offen: {why}', en: 'Open: {why}' },
  noneRuns: { de: 'Keiner.', en: 'None.' },
  noPoint: { de: 'keiner gewählt', en: 'none chosen' },
  seenAt: { de: 'Zuletzt gesehen {at}', en: 'Last seen {at}' },
});
