import type { MachineSetting, SettingAspect, SettingReason } from '@tresor/contracts';
import { defineMessages, type Message } from '../../i18n/messages';

export const settingMessages = defineMessages({
  heading: { de: 'Einstellungen des alten virtuellen Computers', en: 'Settings of the old virtual machine' },
  explanation: {
    de: 'Aus den Datenträgern allein entsteht nicht alles wieder. „Alt“ nennt, was der alte virtuelle Computer hatte, „Neu“, was der neue hat.',
    en: 'The disks alone do not bring everything back. “Old” is what the old virtual machine had, “New” what the new one has.',
  },
  loading: { de: 'Tresor vergleicht beide.', en: 'Tresor compares the two.' },
  old: { de: 'Alt', en: 'Old' },
  new: { de: 'Neu', en: 'New' },
  none: { de: 'nichts', en: 'nothing' },
  unknown: { de: 'nicht bekannt', en: 'not known' },
  takeOver: { de: 'Übernehmen', en: 'Take over' },
  takeOverNamed: { de: '{aspect} übernehmen', en: 'Take over {aspect}' },
  takingOver: { de: 'Azure übernimmt es gerade.', en: 'Azure is taking it over.' },
  same: { de: 'Stimmt überein.', en: 'The same.' },
  nothingOld: { de: 'Der alte virtuelle Computer hatte nichts dergleichen.', en: 'The old virtual machine had nothing of the kind.' },
  removes: {
    de: 'Die alte Netzwerkschnittstelle {name} hält diese Adresse und gehört zu keinem virtuellen Computer mehr. Sie wird dafür gelöscht.',
    en: 'The old network interface {name} holds this address and belongs to no virtual machine any more. It is deleted for that.',
  },
  restarts: {
    de: 'Der neue virtuelle Computer verliert dabei kurz die Verbindung.',
    en: 'The new virtual machine loses its connection for a moment.',
  },
  ownIdentity: {
    de: 'Eine systemseitige Identität ist immer neu: Geben Sie ihr danach die Rollen der alten.',
    en: 'A system-assigned identity is always a new one: give it the roles of the old one afterwards.',
  },
});

export const aspectWords: Readonly<Record<SettingAspect, Message>> = defineMessages({
  'private-ip': { de: 'Feste private IP-Adresse', en: 'Static private IP address' },
  'network-security-group': { de: 'Netzwerksicherheitsgruppe', en: 'Network security group' },
  tags: { de: 'Tags', en: 'Tags' },
  identity: { de: 'Identität', en: 'Identity' },
  'availability-set': { de: 'Verfügbarkeitsgruppe', en: 'Availability set' },
  extensions: { de: 'Erweiterungen', en: 'Extensions' },
});

export const sourceWords: Readonly<Record<NonNullable<MachineSetting['source']>, Message>> = defineMessages({
  'recovery-point': { de: 'laut Wiederherstellungspunkt', en: 'by the restore point' },
  resource: { de: 'laut Azure heute', en: 'by Azure today' },
});

export const settingReasons: Readonly<Record<SettingReason, Message>> = defineMessages({
  'not-known': {
    de: 'Das weiß Azure nicht mehr: Weder der Wiederherstellungspunkt noch ein vorhandenes Element verrät es.',
    en: 'Azure does not know it any more: neither the restore point nor anything that still stands tells it.',
  },
  'not-visible': { de: 'Das dürfen Sie nicht sehen. Bitten Sie um Leserechte.', en: 'You may not see this. Ask for read access.' },
  'no-right': {
    de: 'Sie dürfen den neuen virtuellen Computer oder seine Netzwerkschnittstelle nicht ändern.',
    en: 'You may not change the new virtual machine or its network interface.',
  },
  'address-in-use': {
    de: 'Den alten virtuellen Computer gibt es noch; er hat diese Adresse.',
    en: 'The old virtual machine still exists; it has this address.',
  },
  'other-subnet': {
    de: 'Der neue virtuelle Computer steht in einem anderen Subnetz; dort gilt die Adresse nicht.',
    en: 'The new virtual machine is in another subnet, where this address is not valid.',
  },
  'was-dynamic': {
    de: 'Die alte Adresse war nicht fest. Es ist nichts zu übernehmen.',
    en: 'The old address was not static. Nothing to take over.',
  },
  'only-when-created': {
    de: 'Azure legt das nur beim Erstellen fest. Wenn Sie es brauchen, erstellen Sie den virtuellen Computer noch einmal im Azure-Portal.',
    en: 'Azure decides this only at creation. If you need it, create the virtual machine once more in the Azure portal.',
  },
  'settings-not-readable': {
    de: 'Geschützte Einstellungen gibt Azure nicht heraus. Installieren Sie die Erweiterungen, die Sie brauchen, im Azure-Portal neu.',
    en: 'Azure does not give protected settings back. Install the extensions you need again in the Azure portal.',
  },
});
