import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  listIntro: {
    de: 'Die Schlüsseltresore, in denen verschlüsselte virtuelle Computer dieses Abonnements ihre Schlüssel und Geheimnisse haben, und ob Azure Backup sie dort lesen darf.',
    en: 'The key vaults where this subscription’s encrypted virtual machines keep their keys and secrets, and whether Azure Backup can read them there.',
  },
  filter: { de: 'Schlüsseltresore filtern', en: 'Filter key vaults' },
  name: { de: 'Schlüsseltresor', en: 'Key vault' },
  state: { de: 'Azure Backup', en: 'Azure Backup' },
  model: { de: 'Berechtigungs\u00ADmodell', en: 'Permission model' },
  machines: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  empty: {
    de: 'Kein virtueller Computer dieses Abonnements, den Sie sehen dürfen, ist mit Azure Disk Encryption verschlüsselt.',
    en: 'No virtual machine that you can see in this subscription is encrypted with Azure Disk Encryption.',
  },
  checkAgain: { de: 'Erneut prüfen', en: 'Check again' },
  title: { de: 'Schlüsseltresor', en: 'Key vault' },
  'access-policy': { de: 'Zugriffsrichtlinien', en: 'Access policies' },
  rbac: { de: 'Azure RBAC (Rollen)', en: 'Azure RBAC (roles)' },
  notKnown: { de: 'nicht bekannt', en: 'not known' },
  location: { de: 'Standort', en: 'Location' },
  firewall: { de: 'Firewall', en: 'Firewall' },
  open: { de: 'Offen für alle Netzwerke', en: 'Open to all networks' },
  'trusted-services': {
    de: 'Nur ausgewählte Netzwerke und vertrauenswürdige Microsoft-Dienste; Azure Backup kommt durch',
    en: 'Only selected networks and trusted Microsoft services; Azure Backup gets through',
  },
  closed: {
    de: 'Nur ausgewählte Netzwerke; auch Azure Backup kommt nicht durch, gleich welche Berechtigungen es hat',
    en: 'Only selected networks; Azure Backup doesn’t get through either, whatever its permissions',
  },
  closedText: {
    de: 'Das ist keine Frage der Berechtigungen: Erlauben Sie in den Netzwerkeinstellungen dieses Schlüsseltresors, dass vertrauenswürdige Microsoft-Dienste die Firewall umgehen.',
    en: 'This isn’t about permissions. In this key vault’s network settings, allow trusted Microsoft services to bypass the firewall.',
  },
  diskEncryption: { de: 'Für Datenträgerverschlüsselung', en: 'For disk encryption' },
  yes: { de: 'Freigegeben', en: 'Enabled' },
  no: { de: 'Nicht freigegeben', en: 'Not enabled' },
  usedBy: { de: 'Verwendet von', en: 'Used by' },
  noMachine: { de: 'keinem virtuellen Computer, den Sie sehen', en: 'no virtual machine that you can see' },
  stillReading: { de: 'wird noch gelesen', en: 'still being read' },
  notSeen: { de: 'nicht festzustellen', en: 'can’t be determined' },
  permissions: { de: 'Was der Sicherungsverwaltungsdienst darf', en: 'What the Backup Management Service can do' },
  permission: { de: 'Berechtigung', en: 'Permission' },
  needed: { de: 'Nötig', en: 'Needed' },
  has: { de: 'Vorhanden', en: 'Present' },
  held: { de: 'Vorhanden', en: 'Held' },
  missing: { de: 'Fehlt', en: 'Missing' },
  neededYes: { de: 'Ja', en: 'Yes' },
  neededToday: { de: 'Erst seit den heutigen Regeln', en: 'By today’s rules only' },
  neededNo: { de: 'Nein', en: 'No' },
  notHeld: { de: 'Nicht vorhanden', en: 'Not held' },
  unreadable: {
    de: 'Sie dürfen diesen Schlüsseltresor nicht lesen, daher lässt sich nicht prüfen, ob Azure Backup es darf. Senden Sie die Anfrage unten an jemanden, der ihn verwaltet.',
    en: 'You can’t read this key vault, so Tresor can’t check whether Azure Backup can. Send the request below to someone who manages it.',
  },
  gone: {
    de: 'Diesen Schlüsseltresor gibt es nicht (mehr). Ist er nur gelöscht, lässt er sich zurückholen. Ist er endgültig gelöscht, lässt er sich für eine Wiederherstellung nur ersetzen, wenn es Wiederherstellungspunkte mit seinen Schlüsseln gibt.',
    en: 'This key vault doesn’t exist (anymore). If it’s only deleted, it can be recovered. If it was purged, it can be replaced for a restore only if there are restore points with its keys.',
  },
  unknown: {
    de: 'Was der Sicherungsverwaltungsdienst hier darf, können Sie nicht sehen: dafür fehlen Ihnen Leserechte auf die Rollenzuweisungen, oder der Dienst ließ sich nicht nachschlagen.',
    en: 'You can’t see what the Backup Management Service can do here: you don’t have read access to the role assignments, or the service couldn’t be looked up.',
  },
  complete: { de: 'Azure Backup darf alles, was es hier braucht.', en: 'Azure Backup has all the permissions it needs here.' },
});

export const grantMessages = defineMessages({
  heading: { de: 'Zugriff erteilen', en: 'Grant access' },
  grant: { de: 'Zugriff erteilen', en: 'Grant access' },
  granting: { de: 'Wird erteilt …', en: 'Granting…' },
  granted: { de: 'Azure Backup darf jetzt auf {name} zugreifen.', en: 'Azure Backup can now access {name}.' },
  grantedBy: {
    de: 'Azure Backup hat jetzt Zugriff auf {name}. Er gilt spätestens ab {moment}.',
    en: 'Azure Backup has been given access to {name}. It takes effect by {moment} at the latest.',
  },
  withKeys: { de: 'Auch die Schlüssel (KEK), nicht nur die Geheimnisse (BEK)', en: 'Include the keys (KEK), not just the secrets (BEK)' },
  keysNeeded: {
    de: '{machines}: mit BEK und KEK verschlüsselt, daher sind die Schlüssel nötig',
    en: '{machines}: encrypted with BEK and KEK, so the keys are needed',
  },
  forToday: {
    de: 'Auch „Geheimnisse sichern“: der Dienst von heute verlangt es, der vom Januar 2017 noch nicht',
    en: 'Include “Back up secrets”: today’s service requires it; the January 2017 service didn’t',
  },
  way: { de: 'Wie', en: 'How' },
  'custom-role': {
    de: 'Eigene Rolle mit genau den nötigen Datenaktionen (empfohlen)',
    en: 'Custom role with exactly the data actions needed (recommended)',
  },
  customCan: {
    de: 'Kann: Schlüssel und Geheimnisse lesen und sichern. Kann nicht: etwas ändern, löschen oder anderen Zugriff geben.',
    en: 'Can: read and back up keys and secrets. Can’t: change or delete anything, or give access to others.',
  },
  'built-in-role': { de: 'Integrierte Rolle „Key Vault Administrator“', en: 'Built-in role “Key Vault Administrator”' },
  builtInCan: {
    de: 'Kann alles mit Schlüsseln, Geheimnissen und Zertifikaten: auch ändern und löschen. Kann nicht: den Schlüsseltresor selbst verwalten oder anderen Zugriff geben. Mehr, als Azure Backup braucht; die Dokumentation nennt sie, weil sie fertig vorhanden ist.',
    en: 'Can do everything with keys, secrets, and certificates, including changing and deleting them. Can’t: manage the key vault itself or give access to others. This is more than Azure Backup needs; the documentation names it because it’s ready-made.',
  },
  mayNotDefine: {
    de: 'Dafür müssten Sie im Abonnement Rollen definieren dürfen; Ihnen fehlt: {actions}',
    en: 'This needs the right to define roles in the subscription; you’re missing: {actions}',
  },
  before: { de: 'Vorher', en: 'Before' },
  after: { de: 'Nachher', en: 'After' },
  change: { de: 'Was sich ändert', en: 'What changes' },
  keys: { de: 'Schlüssel', en: 'Keys' },
  secrets: { de: 'Geheimnisse', en: 'Secrets' },
  others: { de: 'Zertifikate und Speicher', en: 'Certificates and storage' },
  roles: { de: 'Rollen', en: 'Roles' },
  none: { de: 'keine', en: 'none' },
  added: { de: 'neu', en: 'new' },
  untouched: {
    de: '{count, plural, =0 {Andere Zugriffsrichtlinien gibt es nicht.} one {Die Zugriffsrichtlinie eines anderen bleibt unverändert.} other {Die Zugriffsrichtlinien von # anderen bleiben unverändert.}}',
    en: '{count, plural, =0 {There are no other access policies.} one {One other access policy stays as it is.} other {# other access policies stay as they are.}}',
  },
  atScope: { de: 'Ort der Zuweisung: nur dieser Schlüsseltresor', en: 'Scope of the assignment: this key vault only' },
  actions: { de: 'Datenaktionen', en: 'Data actions' },
  nothingMissing: { de: 'Es fehlt nichts.', en: 'Nothing is missing.' },
  lacking: {
    de: 'Das dürfen Sie nicht selbst: Ihnen fehlt an diesem Schlüsseltresor {actions}. Senden Sie diese Anfrage an jemanden, der es darf.',
    en: 'You can’t do this yourself because you don’t have {actions} on this key vault. Send this request to someone who can.',
  },
  guest: {
    de: 'Sie sind Gast in diesem Verzeichnis: anders als bei Mitgliedern erhält Azure Backup beim Aktivieren nicht von selbst Zugriff.',
    en: 'You’re a guest in this directory. Unlike for members, enabling backup doesn’t automatically give Azure Backup access.',
  },
  request: { de: 'Anfrage zum Weitersenden', en: 'Request to send on' },
});

export const estateMessages = defineMessages({
  purge: { de: 'Bereinigungs\u00ADschutz', en: 'Purge protection' },
  on: { de: 'Ein', en: 'On' },
  off: { de: 'Aus', en: 'Off' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  there: { de: 'Zu sehen', en: 'Visible' },
  notSeen: { de: 'Nicht zu sehen', en: 'Not visible' },
  none: { de: '–', en: '–' },
  notRead: { de: 'Ließ sich nicht lesen', en: 'Couldn’t be read' },
  show: { de: 'Anzeigen', en: 'Show' },
  firstAndMore: {
    de: '{names} und {count, plural, one {# weiterer} other {# weitere}}',
    en: '{names}, and {count, number} more',
  },
  used: { de: 'Mit Schlüsseln virtueller Computer', en: 'With keys of virtual machines' },
  missing: { de: 'Davon gelöscht oder nicht zu sehen', en: 'Of these, deleted or not visible' },
  all: { de: 'Alle', en: 'All' },
  about: {
    de: 'Welche virtuellen Computer einen Schlüsseltresor verwenden, sagen deren Datenträger; auch einen gelöschten oder verborgenen zeigt die Liste deshalb. Was nur noch Wiederherstellungspunkte brauchen, steht unter „Schlüssel im Ernstfall“.',
    en: 'The disks of the virtual machines say which key vaults they use, so the list also shows one that was deleted or is hidden. What only restore points still need is under “Key survival”.',
  },
  fileName: { de: 'Schluesseltresore', en: 'key-vaults' },
  empty: { de: 'Es gibt keinen Schlüsseltresor, den Sie sehen dürfen.', en: 'There are no key vaults that you can see.' },
  emptyInGroup: {
    de: 'In dieser Verwaltungsgruppe gibt es keinen Schlüsseltresor, den Sie sehen dürfen.',
    en: 'There are no key vaults in this management group that you can see.',
  },
  emptyFilter: { de: 'Kein Schlüsseltresor passt zur Auswahl.', en: 'No key vaults match the selection.' },
});

export const historyMessages = defineMessages({
  heading: { de: 'Was hier erteilt wurde', en: 'What was granted here' },
  empty: { de: 'Über Tresor wurde hier noch kein Zugriff erteilt.', en: 'No access has been granted here through Tresor yet.' },
  entry: { de: '{name} ({username}), {moment}', en: '{name} ({username}), {moment}' },
  policy: { de: 'Zugriffsrichtlinie: {permissions}', en: 'Access policy: {permissions}' },
  role: { de: 'Rolle „{role}“', en: 'Role “{role}”' },
  undo: { de: 'Rückgängig machen', en: 'Undo' },
  undoing: { de: 'Wird rückgängig gemacht …', en: 'Undoing…' },
  undoQuestion: {
    de: 'Danach ist alles wie vor dieser Freigabe. Sicherungen verschlüsselter virtueller Computer, die diesen Schlüsseltresor verwenden, schlagen dann fehl.',
    en: 'Everything goes back to how it was before this grant. Backups of encrypted virtual machines that use this key vault will then fail.',
  },
  undoYes: { de: 'Ja, rückgängig machen', en: 'Yes, undo it' },
  undoNo: { de: 'Nein, so lassen', en: 'No, leave it' },
  undoneBy: { de: 'Rückgängig gemacht von {name}, {moment}', en: 'Undone by {name}, {moment}' },
  undone: {
    de: 'Azure Backup darf in {name} wieder nur, was es vorher durfte.',
    en: 'In {name}, Azure Backup can again do only what it could before.',
  },
  changed: {
    de: 'Seitdem hat jemand den Zugriff des Dienstes geändert; rückgängig zu machen, würde das zerstören.',
    en: 'Someone has since changed the service’s access. Undoing this would destroy that change.',
  },
  uncertain: {
    de: 'Azure hat nicht geantwortet. Es zeigt sich, sobald der Zugriff erneut geprüft wird.',
    en: 'Azure didn’t respond. You’ll see the result when access is checked again.',
  },
  mayNot: { de: 'Dafür fehlt Ihnen an diesem Schlüsseltresor: {actions}', en: 'To do this, you also need on this key vault: {actions}' },
  details: { de: 'Vorher und nachher', en: 'Before and after' },
  detailsOf: { de: 'Vorher und nachher, {moment}', en: 'Before and after, {moment}' },
});

export const requestMessages = defineMessages({
  greeting: {
    de: 'Hallo,\n\nAzure Backup soll virtuelle Computer sichern, deren Schlüssel und Geheimnisse im Schlüsseltresor „{keyVault}“ liegen. Dafür muss der Sicherungsverwaltungsdienst ({service}) dort lesen und sichern dürfen. Ich darf das nicht selbst erteilen. Bitte geben Sie ihm Zugriff.\n\nSchlüsseltresor: {id}',
    en: 'Hello,\n\nWe want Azure Backup to back up virtual machines whose keys and secrets are in the key vault “{keyVault}”. For this, the {service} needs permission to read and back up there. I don’t have permission to grant this myself. Please give it access.\n\nKey vault: {id}',
  },
  service: { de: 'Backup Management Service', en: 'Backup Management Service' },
  serviceWithId: {
    de: 'Backup Management Service, Anwendungs-ID {appId}',
    en: 'Backup Management Service (application ID {appId})',
  },
  byPolicy: {
    de: 'Arbeitet der Schlüsseltresor mit Zugriffsrichtlinien: fügen Sie der Zugriffsrichtlinie des Dienstes hinzu, was davon fehlt: {permissions}. Andere Zugriffsrichtlinien bleiben, wie sie sind.',
    en: 'If the key vault uses access policies: add what’s missing from {permissions} to the service’s access policy. Other access policies stay as they are.',
  },
  byRole: {
    de: 'Arbeitet der Schlüsseltresor mit Azure RBAC: weisen Sie dem Dienst, nicht der Identität des Recovery Services-Tresors, an diesem Schlüsseltresor eine Rolle mit genau diesen Datenaktionen zu: {actions}.',
    en: 'If the key vault uses Azure RBAC: assign the service, not the Recovery Services vault’s identity, a role with exactly these data actions on this key vault: {actions}.',
  },
  signature: { de: 'Danke\n{name} ({username})', en: 'Thank you\n{name} ({username})' },
});
