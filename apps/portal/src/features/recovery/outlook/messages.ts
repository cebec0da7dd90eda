import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  label: { de: 'Was vor jedem virtuellen Computer steht', en: 'What each virtual machine is up against' },
  filter: { de: 'Virtuelle Computer filtern', en: 'Filter virtual machines' },
  looked: {
    de: 'Angesehen: {seen, number} von {total, number}.',
    en: 'Looked at: {seen, number} of {total, number}.',
  },
  counts: {
    de: 'Gehen ohne Weiteres: {clear, number}. Schlüssel kommen zurück: {keys, number}. Etwas steht im Weg: {barred, number}.',
    en: 'Can come back right away: {clear, number}. Keys come back: {keys, number}. Something is in the way: {barred, number}.',
  },
  notAllSeen: { de: 'Nicht alles zu sehen: {count, number}.', en: 'Not everything can be seen: {count, number}.' },
  lookingAt: { de: 'Azure wird gefragt …', en: 'Asking Azure…' },
  notLooked: { de: 'Nicht gelesen.', en: 'Couldn’t be read.' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  wave: { de: 'Welle', en: 'Wave' },
  waveOf: { de: 'Welle von {name}', en: 'Wave of {name}' },
  dragTo: { de: 'In eine andere Welle ziehen', en: 'Drag into another wave' },
  newWave: { de: 'Neue Welle {wave, number}', en: 'New wave {wave, number}' },
  waveWith: { de: 'Welle {wave, number} ({count, number})', en: 'Wave {wave, number} ({count, number})' },
  moved: { de: '{name} ist jetzt in Welle {wave, number}.', en: '{name} is now in wave {wave, number}.' },
  waveVoids: {
    de: 'Freigegeben von {names}. Wenn Sie eine Welle ändern, gilt das nicht mehr: Der Plan muss dann noch einmal geprüft werden.',
    en: 'Approved by {names}. If you change a wave, that no longer counts: the plan then has to be reviewed again.',
  },
  point: { de: 'Punkt', en: 'Point' },
  verdict: { de: 'Urteil', en: 'Verdict' },
  keys: { de: 'Schlüssel', en: 'Keys' },
  target: { de: 'Ziel', en: 'Target' },
  inTheWay: { de: 'Im Weg', en: 'In the way' },
  noPoint: { de: 'keiner', en: 'none' },
  notByYou: { de: 'Nicht durch Sie', en: 'Not by you' },
  notLikeThis: { de: 'So nicht', en: 'Not like this' },
  noVerdict: { de: 'keines', en: 'none' },
  noneUsable: { de: 'keiner brauchbar', en: 'none usable' },
  never: { de: 'nie gesichert', en: 'never backed up' },
  neverTitle: {
    de: 'Kann nicht aus einer Sicherung zurückkommen, weil nie gesichert ({count, number})',
    en: 'Can’t be brought back from a backup, because never backed up ({count, number})',
  },
  neverText: {
    de: 'Von {count, plural, one {diesem virtuellen Computer} other {diesen virtuellen Computern}} gibt es keine Sicherung. {count, plural, one {Er bleibt} other {Sie bleiben}} im Plan, damit niemand {count, plural, one {ihn} other {sie}} vermisst, ohne es zu wissen.',
    en: 'There’s no backup of {count, plural, one {this virtual machine. It stays} other {these virtual machines. They stay}} in the plan so that {count, plural, one {it doesn’t} other {they don’t}} go missing unnoticed.',
  },
  neverWay: {
    de: 'Nie gesichert: Er kann nicht aus einer Sicherung zurückkommen.',
    en: 'Never backed up: it can’t be brought back from a backup.',
  },
  noPointWay: {
    de: 'Es gibt keinen Wiederherstellungspunkt aus dieser Zeit.',
    en: 'There’s no restore point from that time.',
  },
  clear: { de: 'Nichts zu sehen', en: 'Nothing in sight' },
  notEncrypted: { de: 'Keine nötig', en: 'None needed' },
  keysThere: { de: 'Sind da', en: 'Are there' },
  keysUnseen: { de: 'Für Sie nicht zu sehen', en: 'You can’t see them' },
  recover: { de: 'Werden zurückgeholt, wo sie waren: {keyVault}', en: 'Are recovered where they were: {keyVault}' },
  restore: { de: 'Kommen aus der Sicherung nach {keyVault}', en: 'Come from the backup to {keyVault}' },
  ownKeys: {
    de: 'Kommen aus der Sicherung in einen eigenen Schlüsseltresor, der aus allen Netzwerken erreichbar ist',
    en: 'Come from the backup to a key vault of their own, which is reachable from all networks',
  },
  create: {
    de: 'Kommen aus der Sicherung in einen neuen Schlüsseltresor, der aus allen Netzwerken erreichbar ist',
    en: 'Come from the backup to a new key vault, which is reachable from all networks',
  },
  renamed: { de: '{name} in {group}', en: '{name} in {group}' },
  suspicious: {
    de: 'In diesem Punkt hat Microsoft Defender for Cloud eine Bedrohung gefunden.',
    en: 'Microsoft Defender for Cloud found a threat in this point.',
  },
  passedOver: {
    de: 'Neuere Punkte mit Befund werden übergangen.',
    en: 'Newer points with findings are passed over.',
  },
  unscanned: { de: 'Dieser Punkt wurde nicht auf Bedrohungen geprüft.', en: 'This point wasn’t scanned for threats.' },
  machineThere: {
    de: 'Der alte virtuelle Computer steht noch dort.',
    en: 'The old virtual machine is still there.',
  },
  groupMissing: { de: 'Die Ressourcengruppe {group} gibt es nicht.', en: 'The resource group {group} doesn’t exist.' },
  unmanaged: {
    de: 'Seine Datenträger kommen als VHD-Dateien zurück; abschotten lassen sich nur verwaltete Datenträger.',
    en: 'Its disks come back as VHD files; only managed disks can be isolated.',
  },
  noAccount: {
    de: 'Kein Speicherkonto dieser Region kann die Datenträger aufnehmen.',
    en: 'No storage account in this region can take the disks.',
  },
  subscriptionDisabled: {
    de: 'Das Abonnement ist deaktiviert, oder es wird bald deaktiviert: Azure lässt darin nichts entstehen. Reaktivieren kann es sein Besitzer im Azure-Portal.',
    en: 'The subscription is disabled, or will be soon: Azure lets nothing be created in it. Its owner can reactivate it in the Azure portal.',
  },
  groupLocked: {
    de: 'Eine Sperre „Schreibgeschützt“ lässt in der Ressourcengruppe {group} nichts entstehen.',
    en: 'A read-only lock lets nothing be created in the resource group {group}.',
  },
  groupUnseen: {
    de: 'Ob es die Ressourcengruppe {group} gibt, ist für Sie nicht zu sehen.',
    en: 'You can’t see whether the resource group {group} exists.',
  },
  locksUnseen: {
    de: 'Ob eine Sperre die Ressourcengruppe {group} schützt, ist für Sie nicht zu sehen.',
    en: 'You can’t see whether a lock protects the resource group {group}.',
  },
  interfacesUnseen: {
    de: 'Ob seine alte Netzwerkschnittstelle noch da ist, ist für Sie nicht zu sehen.',
    en: 'You can’t see whether its old network interface is still there.',
  },
  lockedInIsolation: {
    de: 'Linux, mit einer Entra-Anwendung verschlüsselt: Er startet, doch verschlüsselte Datenträger für Daten bleiben gesperrt, wenn er welche hat. Die Anwendung müsste sich aus ihm heraus anmelden, und abgeschottet kommt nichts zu Microsoft Entra hinaus.',
    en: 'Linux, encrypted with an Entra application: it starts, but any encrypted data disks stay locked. The application would have to sign in from inside it, and in isolation nothing gets out to Microsoft Entra.',
  },
  noSubnet: {
    de: 'In dieser Region ist kein Subnetz zu sehen, an das er angeschlossen werden könnte.',
    en: 'There’s no subnet to be seen in this region that it could be attached to.',
  },
  noSize: {
    de: '{old} bietet Azure dem Abonnement in dieser Region nicht an, und keine andere Größe hat von allem mindestens so viel.',
    en: 'Azure doesn’t offer {old} to the subscription in this region, and no other size has at least as much of everything.',
  },
  otherSize: {
    de: '{size} statt {old}, das Azure dem Abonnement in dieser Region nicht anbietet',
    en: '{size} instead of {old}, which Azure doesn’t offer to the subscription in this region',
  },
  noSizeInZone: {
    de: '{old} bietet Azure dem Abonnement in Zone {zone} dieser Region nicht an, und keine andere Größe hat dort von allem mindestens so viel.',
    en: 'Azure doesn’t offer {old} to the subscription in zone {zone} of this region, and no other size has at least as much of everything there.',
  },
  otherSizeInZone: {
    de: '{size} statt {old}, das Azure dem Abonnement in Zone {zone} dieser Region nicht anbietet',
    en: '{size} instead of {old}, which Azure doesn’t offer to the subscription in zone {zone} of this region',
  },
  zoneUnknown: {
    de: '{size} bietet Azure dem Abonnement nicht in jeder Zone an. In welcher die Datenträger sein werden, ist noch nicht bekannt.',
    en: 'Azure doesn’t offer {size} to the subscription in every zone. In which zone the disks will be isn’t known yet.',
  },
  oldSubnet: { de: 'Altes Subnetz {name} in {network}.', en: 'Old subnet {name} in {network}.' },
  fallback: {
    de: '„Ersatzweise“ heißt beim Ziel: wenn sich das alte Subnetz nicht mehr ermitteln lässt.',
    en: '“Fallback” in the target means: if the old subnet can no longer be determined.',
  },
  firstSubnet: {
    de: 'Ersatzweise Subnetz {name} in {network}.',
    en: 'Fallback: subnet {name} in {network}.',
  },
  leftInterface: {
    de: 'Die Netzwerkschnittstelle {left} ist noch da und bleibt unberührt; der neue Computer bekommt eine eigene.',
    en: 'The network interface {left} is still there and isn’t touched; the new machine gets one of its own.',
  },
  leftAddress: {
    de: 'Die Netzwerkschnittstelle {left} ist noch da und behält {address}; der neue Computer bekommt eine eigene mit einer anderen Adresse.',
    en: 'The network interface {left} is still there and keeps {address}; the new machine gets one of its own with another address.',
  },
  closed: { de: '{steps}: {reason}', en: '{steps}: {reason}' },
  disallowed: {
    de: 'Die Richtlinie „{name}“ (Azure Policy, zugewiesen an: {scope}) verbietet: {steps}.',
    en: 'The policy “{name}” (Azure Policy, assigned at: {scope}) forbids: {steps}.',
  },
  policiesUnseen: {
    de: 'Ob Richtlinien Ihrer Organisation (Azure Policy) etwas davon verbieten, ist für Sie nicht überall zu sehen.',
    en: 'You can’t see everywhere whether policies of your organization (Azure Policy) forbid any of it.',
  },
  rule: { de: 'Danach nicht wieder zu sichern: {steps}.', en: 'Can’t be protected again afterward: {steps}.' },
  reasonsPoint: { de: 'Der neueste Punkt: {reasons}', en: 'The newest point: {reasons}' },
});
