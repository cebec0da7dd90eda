import type { MachineSetting, SettingAspect, SettingReason } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const settingMessages = defineMessages({
  heading: { de: 'Einstellungen des alten virtuellen Computers', en: 'Old virtual machine’s settings' },
  explanation: {
    de: 'Aus den Datenträgern allein entsteht nicht alles wieder. „Alt“ nennt, was der alte virtuelle Computer hatte, „Neu“, was der neue hat.',
    en: 'The disks alone don’t bring everything back. “Old” shows what the old virtual machine had; “New” shows what the new one has.',
  },
  loading: { de: 'Tresor vergleicht beide.', en: 'Tresor is comparing the two.' },
  old: { de: 'Alt', en: 'Old' },
  new: { de: 'Neu', en: 'New' },
  none: { de: 'nichts', en: 'nothing' },
  unknown: { de: 'nicht bekannt', en: 'not known' },
  unseen: { de: 'nicht zu sehen', en: 'not visible' },
  takeOver: { de: 'Übernehmen', en: 'Apply' },
  takeOverNamed: { de: '{aspect} übernehmen', en: 'Apply {aspect}' },
  takingOver: { de: 'Azure übernimmt es gerade.', en: 'Azure is applying it.' },
  takenOver: { de: 'Übernommen.', en: 'Applied.' },
  tagsRuled: {
    de: 'Azure hat die Änderung angenommen und nicht alle Tags so belassen: Eine Richtlinie (Azure Policy) kann sie bei jeder Änderung selbst setzen oder entfernen.',
    en: 'Azure accepted the change and didn’t keep all tags as they were sent: a policy (Azure Policy) can set or remove them itself at every change.',
  },
  same: { de: 'Stimmt überein.', en: 'The same.' },
  nothingOld: { de: 'Der alte virtuelle Computer hatte nichts dergleichen.', en: 'The old virtual machine had nothing like this.' },
  noPublicOld: {
    de: 'An der alten Netzwerkschnittstelle hängt keine öffentliche IP-Adresse.',
    en: 'The old network interface has no public IP address.',
  },
  removes: {
    de: 'Die alte Netzwerkschnittstelle {name} hält diese Adresse und gehört zu keinem virtuellen Computer mehr. Sie wird dafür gelöscht.',
    en: 'The old network interface {name} has this address and no longer belongs to a virtual machine. It will be deleted to free the address.',
  },
  restarts: {
    de: 'Der neue virtuelle Computer verliert dabei kurz die Verbindung.',
    en: 'The new virtual machine briefly loses its connection.',
  },
  frees: {
    de: 'Die öffentliche IP-Adresse {name}, die der neue virtuelle Computer jetzt hat, gehört danach zu keinem mehr. Sie bleibt bestehen und kostet weiter, bis Sie sie im Azure-Portal löschen.',
    en: 'The public IP address {name}, which the new virtual machine has now, won’t belong to any machine afterward. It stays, and you pay for it until you delete it in the Azure portal.',
  },
  moves: {
    de: 'Die Adresse wechselt von der alten Netzwerkschnittstelle, die zu keinem virtuellen Computer mehr gehört, zur neuen. Wer sie kennt, erreicht danach den neuen virtuellen Computer.',
    en: 'The address moves from the old network interface, which no longer belongs to a virtual machine, to the new one. Anyone who knows it then reaches the new virtual machine.',
  },
  askedLater: {
    de: 'Der neue virtuelle Computer fragt sie, sobald er neu gestartet ist oder seine Adresse erneuert hat. Aus einem anderen Netzwerk sind sie vielleicht nicht zu erreichen.',
    en: 'The new virtual machine asks them once it has restarted or renewed its address. From another network they may not be reachable.',
  },
  ownIdentity: {
    de: 'Eine systemseitige Identität ist immer neu: Geben Sie ihr danach die Rollen der alten.',
    en: 'A system-assigned identity is always new: give it the old one’s roles afterward.',
  },
});

export const aspectWords: Readonly<Record<SettingAspect, Message>> = defineMessages({
  'private-ip': { de: 'Feste private IP-Adresse', en: 'Static private IP address' },
  'public-ip': { de: 'Öffentliche IP-Adresse', en: 'Public IP address' },
  'network-security-group': { de: 'Netzwerksicherheitsgruppe', en: 'Network security group' },
  'dns-servers': { de: 'DNS-Server', en: 'DNS servers' },
  'ip-forwarding': { de: 'IP-Weiterleitung', en: 'IP forwarding' },
  'network-settings': { de: 'Weitere Netzwerkeinstellungen', en: 'Further network settings' },
  tags: { de: 'Tags', en: 'Tags' },
  identity: { de: 'Identität', en: 'Identity' },
  'availability-set': { de: 'Verfügbarkeitsgruppe', en: 'Availability set' },
  security: { de: 'Sicherheitstyp und Firmware', en: 'Security type and firmware' },
  'disk-caching': { de: 'Zwischenspeicherung der Datenträger', en: 'Host caching of disks' },
  license: { de: 'Azure-Hybridvorteil', en: 'Azure Hybrid Benefit' },
  'host-encryption': { de: 'Verschlüsselung auf dem Host', en: 'Encryption at host' },
  'ultra-disks': { de: 'Ultra-Datenträger', en: 'Ultra Disks' },
  'proximity-placement-group': { de: 'Näherungsplatzierungsgruppe', en: 'Proximity placement group' },
  'dedicated-host': { de: 'Dedizierter Host', en: 'Dedicated host' },
  extensions: { de: 'Erweiterungen', en: 'Extensions' },
});

export const sourceWords: Readonly<Record<NonNullable<MachineSetting['source']>, Message>> = defineMessages({
  'recovery-point': { de: 'laut Wiederherstellungspunkt', en: 'from the restore point' },
  resource: { de: 'laut Azure heute', en: 'from Azure today' },
});

export const settingReasons: Readonly<Record<SettingReason, Message>> = defineMessages({
  'not-known': {
    de: 'Das weiß Azure nicht mehr: Weder der Wiederherstellungspunkt noch ein vorhandenes Element verrät es.',
    en: 'Azure no longer knows this: neither the restore point nor any existing item shows it.',
  },
  'interface-gone': {
    de: 'Das nannte nur die alte Netzwerkschnittstelle, und die ist nicht mehr zu finden. Wurde die private IP-Adresse übernommen, ist sie dafür gelöscht.',
    en: 'Only the old network interface showed this, and it can’t be found anymore. If the private IP address was applied, the interface was deleted to free it.',
  },
  'not-visible': {
    de: 'Das dürfen Sie nicht sehen. Bitten Sie um Leserechte.',
    en: 'You can’t see this. Ask for read access.',
  },
  firewalled: {
    de: 'Das stünde im Speicherkonto der Wiederherstellung, dessen Firewall den Server von Tresor nicht durchlässt. Mit Ihren Rechten hat das nichts zu tun.',
    en: 'The restore’s storage account would show this, but its firewall doesn’t let the Tresor server through. This isn’t about your rights.',
  },
  'no-right': {
    de: 'Dafür fehlt Ihnen ein Recht.',
    en: 'You’re missing a right for this.',
  },
  'address-in-use': {
    de: 'Den alten virtuellen Computer gibt es noch; er hat diese Adresse.',
    en: 'The old virtual machine still exists; it has this address.',
  },
  'other-subnet': {
    de: 'Der neue virtuelle Computer steht in einem anderen Subnetz; dort gilt die Adresse nicht.',
    en: 'The new virtual machine is in another subnet, where this address isn’t valid.',
  },
  'was-dynamic': {
    de: 'Die alte Adresse war nicht fest. Es ist nichts zu übernehmen.',
    en: 'The old address wasn’t static. There’s nothing to apply.',
  },
  'only-when-created': {
    de: 'Azure legt das nur beim Erstellen fest. Wenn Sie es brauchen, erstellen Sie den virtuellen Computer noch einmal im Azure-Portal.',
    en: 'Azure sets this only at creation. If you need it, create the virtual machine again in the Azure portal.',
  },
  'only-while-off': {
    de: 'Azure ändert das nur, während der virtuelle Computer beendet ist, und nur, wenn seine Größe es unterstützt. Beenden, ändern und starten Sie ihn im Azure-Portal; wählen Sie dort vorher eine andere Größe, wenn nötig.',
    en: 'Azure changes this only while the virtual machine is stopped, and only if its size supports it. Stop it in the Azure portal, resize it if needed, change it there, and start it again.',
  },
  'placed-while-off': {
    de: 'Azure verschiebt einen virtuellen Computer nur, während er beendet ist, und nur zu einer Gruppe oder einem Host in seiner Region. Beenden, ändern und starten Sie ihn im Azure-Portal.',
    en: 'Azure moves a virtual machine only while it’s stopped, and only to a group or host in its region. Stop it in the Azure portal, change it there, and start it again.',
  },
  'change-in-portal': {
    de: 'Tresor stellt das nur beim Erstellen ein. Ändern Sie es im Azure-Portal bei den Datenträgern des virtuellen Computers; für Write Accelerator muss seine Größe ihn unterstützen.',
    en: 'Tresor sets this only at creation. Change it in the Azure portal, in the virtual machine’s disk settings; Write Accelerator also needs a size that supports it.',
  },
  'network-in-portal': {
    de: 'Beschleunigten Netzwerkbetrieb, weitere Adressen und Schnittstellen, Lastenausgleich und Anwendungssicherheitsgruppen überträgt Tresor nicht. Stellen Sie im Azure-Portal an der neuen Netzwerkschnittstelle ein, was fehlt.',
    en: 'Tresor doesn’t carry over accelerated networking, further addresses and interfaces, load balancing, or application security groups. In the Azure portal, set what’s missing on the new network interface.',
  },
  'other-region': {
    de: 'Die alte Adresse liegt in einer anderen Region; dort bleibt sie.',
    en: 'The old address is in another region, where it has to stay.',
  },
  'public-ip-first': {
    de: 'Übernehmen Sie zuerst die öffentliche IP-Adresse: Sie hängt an der alten Netzwerkschnittstelle, die für diese Adresse gelöscht wird.',
    en: 'Apply the public IP address first: it’s attached to the old network interface, which is deleted to free this address.',
  },
  'security-group-first': {
    de: 'Übernehmen Sie zuerst die Netzwerksicherheitsgruppe: Nur die alte Netzwerkschnittstelle nennt sie noch, und die wird für diese Adresse gelöscht.',
    en: 'Apply the network security group first: only the old network interface still shows it, and that is deleted to free this address.',
  },
  'dns-servers-first': {
    de: 'Übernehmen Sie zuerst die DNS-Server: Nur die alte Netzwerkschnittstelle nennt sie noch, und die wird für diese Adresse gelöscht.',
    en: 'Apply the DNS servers first: only the old network interface still shows them, and that is deleted to free this address.',
  },
  'ip-forwarding-first': {
    de: 'Übernehmen Sie zuerst die IP-Weiterleitung: Nur die alte Netzwerkschnittstelle nennt sie noch, und die wird für diese Adresse gelöscht.',
    en: 'Apply IP forwarding first: only the old network interface still shows it, and that is deleted to free this address.',
  },
  'network-settings-first': {
    de: 'Stellen Sie zuerst die weiteren Netzwerkeinstellungen im Azure-Portal ein: Nur die alte Netzwerkschnittstelle nennt sie noch, und die wird für diese Adresse gelöscht.',
    en: 'Set the further network settings in the Azure portal first: only the old network interface still shows them, and that is deleted to free this address.',
  },
  'settings-not-readable': {
    de: 'Geschützte Einstellungen gibt Azure nicht heraus. Installieren Sie die Erweiterungen, die Sie brauchen, im Azure-Portal neu.',
    en: 'Azure doesn’t return protected settings. Reinstall the extensions you need in the Azure portal.',
  },
});
