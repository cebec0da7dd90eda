import { defineMessages } from '../../i18n/messages';

export const messages = defineMessages({
  listIntro: {
    de: 'Die Schlüsseltresore, in denen verschlüsselte virtuelle Computer dieses Abonnements ihre Schlüssel und Geheimnisse haben, und ob Azure Backup sie dort lesen darf.',
    en: 'The key vaults in which encrypted virtual machines of this subscription keep their keys and secrets, and whether Azure Backup may read them there.',
  },
  filter: { de: 'Schlüsseltresore filtern', en: 'Filter key vaults' },
  name: { de: 'Schlüsseltresor', en: 'Key vault' },
  state: { de: 'Azure Backup', en: 'Azure Backup' },
  model: { de: 'Berechtigungsmodell', en: 'Permission model' },
  machines: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  empty: {
    de: 'Kein virtueller Computer dieses Abonnements, den Sie sehen dürfen, ist mit Azure Disk Encryption verschlüsselt.',
    en: 'No virtual machine of this subscription that you may see is encrypted with Azure Disk Encryption.',
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
    en: 'Selected networks and trusted Microsoft services only; Azure Backup gets through',
  },
  closed: {
    de: 'Nur ausgewählte Netzwerke; auch Azure Backup kommt nicht durch, gleich welche Berechtigungen es hat',
    en: 'Selected networks only; Azure Backup does not get through either, whatever permissions it has',
  },
  closedText: {
    de: 'Das ist keine Frage der Berechtigungen: Erlauben Sie in den Netzwerkeinstellungen dieses Schlüsseltresors, dass vertrauenswürdige Microsoft-Dienste die Firewall umgehen.',
    en: 'This is not a question of permissions: allow trusted Microsoft services to bypass the firewall in the network settings of this key vault.',
  },
  diskEncryption: { de: 'Für Datenträgerverschlüsselung', en: 'For disk encryption' },
  yes: { de: 'Freigegeben', en: 'Enabled' },
  no: { de: 'Nicht freigegeben', en: 'Not enabled' },
  usedBy: { de: 'Verwendet von', en: 'Used by' },
  noMachine: { de: 'keinem virtuellen Computer, den Sie sehen', en: 'no virtual machine that you see' },
  permissions: { de: 'Was der Sicherungsverwaltungsdienst darf', en: 'What the Backup Management Service may do' },
  permission: { de: 'Berechtigung', en: 'Permission' },
  needed: { de: 'Nötig', en: 'Needed' },
  has: { de: 'Vorhanden', en: 'There' },
  held: { de: 'Vorhanden', en: 'Held' },
  missing: { de: 'Fehlt', en: 'Missing' },
  neededYes: { de: 'Ja', en: 'Yes' },
  neededToday: { de: 'Erst seit den heutigen Regeln', en: 'By today’s rules only' },
  neededNo: { de: 'Nein', en: 'No' },
  notHeld: { de: 'Nicht vorhanden', en: 'Not held' },
  unreadable: {
    de: 'Sie dürfen diesen Schlüsseltresor nicht lesen, daher lässt sich nicht prüfen, ob Azure Backup es darf. Senden Sie die Anfrage unten an jemanden, der ihn verwaltet.',
    en: 'You may not read this key vault, so it cannot be checked whether Azure Backup may. Send the request below to somebody who manages it.',
  },
  gone: {
    de: 'Diesen Schlüsseltresor gibt es nicht (mehr). Für eine Wiederherstellung lässt er sich zurückholen oder ersetzen, solange es Wiederherstellungspunkte gibt.',
    en: 'This key vault does not exist (any more). For a restore it can be recovered or replaced as long as there are recovery points.',
  },
  unknown: {
    de: 'Was der Sicherungsverwaltungsdienst hier darf, können Sie nicht sehen: dafür fehlen Ihnen Leserechte auf die Rollenzuweisungen, oder der Dienst ließ sich nicht nachschlagen.',
    en: 'You cannot see what the Backup Management Service may do here: you lack read access to the role assignments, or the service could not be looked up.',
  },
  complete: { de: 'Azure Backup darf alles, was es hier braucht.', en: 'Azure Backup may do all that it needs here.' },
});

export const grantMessages = defineMessages({
  heading: { de: 'Zugriff erteilen', en: 'Grant access' },
  grant: { de: 'Zugriff erteilen', en: 'Grant access' },
  granting: { de: 'Wird erteilt …', en: 'Granting …' },
  granted: { de: 'Azure Backup darf jetzt auf {name} zugreifen.', en: 'Azure Backup may access {name} now.' },
  withKeys: { de: 'Auch die Schlüssel (KEK), nicht nur die Geheimnisse (BEK)', en: 'The keys (KEK) too, not the secrets (BEK) alone' },
  keysNeeded: {
    de: '{machines}: mit BEK und KEK verschlüsselt, daher sind die Schlüssel nötig',
    en: '{machines}: encrypted with BEK and KEK, so the keys are needed',
  },
  forToday: {
    de: 'Auch „Geheimnisse sichern“: der Dienst von heute verlangt es, der vom Januar 2017 noch nicht',
    en: '“Back up secrets” too: today’s service asks for it, that of January 2017 did not yet',
  },
  way: { de: 'Wie', en: 'How' },
  'custom-role': {
    de: 'Eigene Rolle mit genau den nötigen Datenaktionen (empfohlen)',
    en: 'Custom role of exactly the data actions needed (recommended)',
  },
  customCan: {
    de: 'Kann: Schlüssel und Geheimnisse lesen und sichern. Kann nicht: etwas ändern, löschen oder anderen Zugriff geben.',
    en: 'Can: read and back up keys and secrets. Cannot: change or delete anything, or give access to others.',
  },
  'built-in-role': { de: 'Integrierte Rolle „Key Vault Administrator“', en: 'Built-in role “Key Vault Administrator”' },
  builtInCan: {
    de: 'Kann alles mit Schlüsseln, Geheimnissen und Zertifikaten: auch ändern und löschen. Kann nicht: den Schlüsseltresor selbst verwalten oder anderen Zugriff geben. Mehr, als Azure Backup braucht; die Dokumentation nennt sie, weil sie fertig vorhanden ist.',
    en: 'Can do everything with keys, secrets and certificates: change and delete them, too. Cannot: manage the key vault itself or give access to others. More than Azure Backup needs; the documentation names it because it is there ready-made.',
  },
  mayNotDefine: {
    de: 'Dafür müssten Sie im Abonnement Rollen definieren dürfen; Ihnen fehlt: {actions}',
    en: 'For this you would have to be allowed to define roles in the subscription; you lack: {actions}',
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
    en: '{count, plural, =0 {There are no other access policies.} one {The access policy of one other stays as it is.} other {The access policies of # others stay as they are.}}',
  },
  atScope: { de: 'Ort der Zuweisung: nur dieser Schlüsseltresor', en: 'Where it is assigned: this key vault only' },
  actions: { de: 'Datenaktionen', en: 'Data actions' },
  nothingMissing: { de: 'Es fehlt nichts.', en: 'Nothing is missing.' },
  lacking: {
    de: 'Das dürfen Sie nicht selbst: Ihnen fehlt an diesem Schlüsseltresor {actions}. Senden Sie diese Anfrage an jemanden, der es darf.',
    en: 'You may not do this yourself: on this key vault you lack {actions}. Send this request to somebody who may.',
  },
  guest: {
    de: 'Sie sind Gast in diesem Verzeichnis: anders als bei Mitgliedern erhält Azure Backup beim Aktivieren nicht von selbst Zugriff.',
    en: 'You are a guest in this directory: unlike for members, enabling does not give Azure Backup access by itself.',
  },
  request: { de: 'Anfrage zum Weitersenden', en: 'Request to pass on' },
});

export const historyMessages = defineMessages({
  heading: { de: 'Was hier erteilt wurde', en: 'What was granted here' },
  empty: { de: 'Über Tresor wurde hier noch kein Zugriff erteilt.', en: 'No access has been granted here with Tresor yet.' },
  entry: { de: '{name} ({username}), {moment}', en: '{name} ({username}), {moment}' },
  policy: { de: 'Zugriffsrichtlinie: {permissions}', en: 'Access policy: {permissions}' },
  role: { de: 'Rolle „{role}“', en: 'Role “{role}”' },
  undo: { de: 'Rückgängig machen', en: 'Undo' },
  undoing: { de: 'Wird rückgängig gemacht …', en: 'Being undone …' },
  undoQuestion: {
    de: 'Danach ist alles wie vor dieser Freigabe. Sicherungen verschlüsselter virtueller Computer, die diesen Schlüsseltresor verwenden, schlagen dann fehl.',
    en: 'Everything is then as it was before this grant. Backups of encrypted virtual machines that use this key vault will fail.',
  },
  undoYes: { de: 'Ja, rückgängig machen', en: 'Yes, undo it' },
  undoNo: { de: 'Nein, so lassen', en: 'No, leave it' },
  undoneBy: { de: 'Rückgängig gemacht von {name}, {moment}', en: 'Undone by {name}, {moment}' },
  undone: {
    de: 'Azure Backup darf in {name} wieder nur, was es vorher durfte.',
    en: 'In {name} Azure Backup may again do only what it could before.',
  },
  changed: {
    de: 'Seitdem hat jemand den Zugriff des Dienstes geändert; rückgängig zu machen, würde das zerstören.',
    en: 'Somebody has changed the access of the service since; undoing this would destroy that.',
  },
  uncertain: {
    de: 'Azure hat nicht geantwortet. Es zeigt sich, sobald der Zugriff erneut geprüft wird.',
    en: 'Azure gave no answer. It shows as soon as the access is checked again.',
  },
  mayNot: { de: 'Dafür fehlt Ihnen an diesem Schlüsseltresor: {actions}', en: 'For this you lack on this key vault: {actions}' },
  details: { de: 'Vorher und nachher', en: 'Before and after' },
  detailsOf: { de: 'Vorher und nachher, {moment}', en: 'Before and after, {moment}' },
});

export const requestMessages = defineMessages({
  greeting: {
    de: 'Hallo,\n\nAzure Backup soll virtuelle Computer sichern, deren Schlüssel und Geheimnisse im Schlüsseltresor „{keyVault}“ liegen. Dafür muss der Sicherungsverwaltungsdienst (Backup Management Service, Anwendungs-ID {appId}) dort lesen und sichern dürfen. Ich darf das nicht selbst erteilen. Bitte geben Sie ihm Zugriff.\n\nSchlüsseltresor: {id}',
    en: 'Hello,\n\nAzure Backup is to back up virtual machines whose keys and secrets are in the key vault “{keyVault}”. For this the Backup Management Service (application id {appId}) has to be allowed to read and back up there. I may not grant this myself. Please give it access.\n\nKey vault: {id}',
  },
  byPolicy: {
    de: 'Arbeitet der Schlüsseltresor mit Zugriffsrichtlinien: fügen Sie der Zugriffsrichtlinie des Dienstes hinzu, was davon fehlt: {permissions}. Andere Zugriffsrichtlinien bleiben, wie sie sind.',
    en: 'If the key vault works with access policies: add to the access policy of the service what is missing of {permissions}. Other access policies stay as they are.',
  },
  byRole: {
    de: 'Arbeitet der Schlüsseltresor mit Azure RBAC: weisen Sie dem Dienst, nicht der Identität des Recovery Services-Tresors, an diesem Schlüsseltresor eine Rolle mit genau diesen Datenaktionen zu: {actions}.',
    en: 'If the key vault works with Azure RBAC: assign to the service, not to the identity of the Recovery Services vault, a role of exactly these data actions on this key vault: {actions}.',
  },
  signature: { de: 'Danke\n{name} ({username})', en: 'Thank you\n{name} ({username})' },
});
