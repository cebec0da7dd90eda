import type { PortalProblem, PortalProblemCode } from '../api/problem-error';
import { own } from '../api/own';
import { defineMessages, type Message } from '../language/messages';
import type { Text } from '../language/use-text';
import { type Look, whereToLook } from './where-to-look';

const happened: Readonly<Record<PortalProblemCode, Message>> = defineMessages({
  'invalid-request': { de: 'Eine Angabe ist ungültig.', en: 'Something in the request isn’t valid.' },
  'reason-required': {
    de: 'Hier braucht jeder Befehl einen Grund oder eine Ticketnummer.',
    en: 'Here, every command needs a reason or a ticket number.',
  },
  'not-signed-in': { de: 'Sie sind nicht angemeldet.', en: 'You aren’t signed in.' },
  'session-expired': { de: 'Ihre Anmeldung ist abgelaufen.', en: 'Your sign-in has expired.' },
  'step-up-required': { de: 'Azure verlangt eine zusätzliche Anmeldung.', en: 'Azure requires an additional sign-in.' },
  'consent-required': {
    de: 'Tresor darf noch nicht in Ihrem Namen auf Azure zugreifen.',
    en: 'Tresor doesn’t have permission to act in Azure on your behalf yet.',
  },
  forbidden: { de: 'Ihnen fehlt die Berechtigung dafür.', en: 'You don’t have permission to do this.' },
  'guard-approval-missing': {
    de: 'Ein Resource Guard schützt diesen Vorgang, und Ihnen fehlt das Recht an ihm (Rolle „Backup MUA Operator“), oder es ist abgelaufen.',
    en: 'A Resource Guard protects this operation, and you don’t have the right on it (role “Backup MUA Operator”), or that right has ended.',
  },
  'storage-data-forbidden': {
    de: 'Sie dürfen die Blobs dieses Speicherkontos nicht lesen oder löschen.',
    en: 'You don’t have permission to read or delete blobs in this storage account.',
  },
  'storage-firewall': {
    de: 'Die Firewall des Speicherkontos lässt Tresor nicht zu.',
    en: 'The storage account’s firewall doesn’t let Tresor in.',
  },
  'key-vault-forbidden': {
    de: 'Ihnen fehlen Berechtigungen für Schlüssel oder Geheimnisse in diesem Schlüsseltresor.',
    en: 'You’re missing permissions for keys or secrets in this key vault.',
  },
  'key-vault-firewall': {
    de: 'Die Firewall des Schlüsseltresors lässt Tresor nicht zu.',
    en: 'The key vault’s firewall doesn’t let Tresor in.',
  },
  'other-tenant': {
    de: 'Das gehört einem anderen Mandanten, in dem Ihre Anmeldung nicht gilt. Eine neue Anmeldung ändert daran nichts.',
    en: 'This belongs to another tenant, where your sign-in doesn’t count. Signing in again doesn’t change that.',
  },
  'disallowed-by-policy': {
    de: 'Eine Richtlinie Ihrer Organisation (Azure Policy) lässt das nicht zu.',
    en: 'Your organization’s policy (Azure Policy) doesn’t allow this.',
  },
  'disallowed-by-azure': {
    de: 'Azure selbst lässt das nicht zu; eine Rolle hilft nicht.',
    en: 'Azure itself doesn’t allow this; no role helps.',
  },
  'audit-role-missing': {
    de: 'Ihnen fehlt die App-Rolle, mit der man das Prüfprotokoll liest.',
    en: 'You don’t have the app role that lets people read the audit log.',
  },
  'evidence-key-missing': {
    de: 'Tresor hat keinen Schlüssel, mit dem Nachweise unterschrieben werden.',
    en: 'Tresor has no key to sign evidence with.',
  },
  'foreign-origin': { de: 'Die Anfrage kam von einer fremden Website.', en: 'The request came from another website.' },
  'subscription-not-found': { de: 'Das Abonnement wurde nicht gefunden.', en: 'The subscription wasn’t found.' },
  'vault-not-found': { de: 'Der Recovery Services-Tresor wurde nicht gefunden.', en: 'The Recovery Services vault wasn’t found.' },
  'policy-gone': {
    de: 'Die gewählte Sicherungsrichtlinie gibt es im Recovery Services-Tresor nicht mehr.',
    en: 'The chosen backup policy is no longer in the Recovery Services vault.',
  },
  'policy-not-found': { de: 'Die Sicherungsrichtlinie wurde nicht gefunden.', en: 'The backup policy wasn’t found.' },
  'virtual-machine-not-found': { de: 'Der virtuelle Computer wurde nicht gefunden.', en: 'The virtual machine wasn’t found.' },
  'item-not-found': { de: 'Das Sicherungselement wurde nicht gefunden.', en: 'The backup item wasn’t found.' },
  'job-not-found': { de: 'Der Sicherungsauftrag wurde nicht gefunden.', en: 'The backup job wasn’t found.' },
  'key-vault-not-found': { de: 'Der Schlüsseltresor wurde nicht gefunden.', en: 'The key vault wasn’t found.' },
  'recovery-point-not-found': { de: 'Der Wiederherstellungspunkt wurde nicht gefunden.', en: 'The recovery point wasn’t found.' },
  'storage-account-not-found': { de: 'Das Speicherkonto wurde nicht gefunden.', en: 'The storage account wasn’t found.' },
  'resource-group-not-found': { de: 'Die Ressourcengruppe wurde nicht gefunden.', en: 'The resource group wasn’t found.' },
  'batch-not-found': { de: 'Dieser Vorgang ist nicht bekannt.', en: 'This operation isn’t known.' },
  'recovery-plan-not-found': {
    de: 'Diesen Wiederherstellungsplan gibt es nicht, oder Sie sehen keinen seiner Tresore.',
    en: 'This restore plan doesn’t exist, or you can’t see any of its vaults.',
  },
  'recovery-begun': {
    de: 'Dieser Wiederherstellungsplan wird schon ausgeführt oder wurde es. Ändern lässt er sich nicht mehr.',
    en: 'This restore plan is running or has run. It can no longer be changed.',
  },
  'recovery-plan-changed': {
    de: 'Jemand hat den Wiederherstellungsplan geändert, seit Sie ihn angesehen haben.',
    en: 'Someone has changed the restore plan since you looked at it.',
  },
  'isolation-forbidden': {
    de: 'Ihnen fehlt das Recht, im Abonnement Ressourcengruppe, Netzwerk und Schlüsseltresor für eine abgeschottete Wiederherstellung anzulegen und wieder zu löschen.',
    en: 'You don’t have the right to create, and delete again, the resource group, network, and key vault for an isolated restore in the subscription.',
  },
  'recovery-is-rehearsal': {
    de: 'Das ist schon eine Probe. Proben Sie den Plan, aus dem sie hervorging.',
    en: 'This is a rehearsal already. Rehearse the plan that it came from.',
  },
  'rehearsal-removed': {
    de: 'Diese Wiederherstellung war eine Probe und ist wieder entfernt.',
    en: 'This restore was a rehearsal and was removed again.',
  },
  'recovery-own-plan': {
    de: 'Wer einen Wiederherstellungsplan erstellt oder je geändert hat, gibt ihn nicht frei.',
    en: 'Anyone who created a restore plan or ever changed it can’t approve it.',
  },
  'recovery-running': { de: 'Dieser Wiederherstellungsplan wird gerade ausgeführt.', en: 'This restore plan is running.' },
  'plan-not-found': { de: 'Für diese Wiederherstellung gibt es keinen Ablauf.', en: 'This restore has no run.' },
  'grant-not-found': { de: 'Diese Freigabe ist nicht bekannt.', en: 'This grant isn’t known.' },
  'key-vault-changed': {
    de: 'Jemand hat den Zugriff auf den Schlüsseltresor geändert, seit Sie ihn angesehen haben.',
    en: 'Someone has changed access to the key vault since you looked at it.',
  },
  'grant-changed': {
    de: 'Seit dieser Freigabe hat jemand den Zugriff von Azure Backup geändert. Sie rückgängig zu machen, würde diese Änderung zerstören.',
    en: 'Someone has changed Azure Backup’s access since this grant. Undoing it would destroy that change.',
  },
  'role-not-known-yet': {
    de: 'Die neue Rolle ist angelegt, aber noch nicht überall in Azure bekannt.',
    en: 'The new role is created but isn’t known everywhere in Azure yet.',
  },
  'backup-service-unknown': {
    de: 'Der Sicherungsverwaltungsdienst ließ sich in Ihrem Verzeichnis nicht nachschlagen.',
    en: 'The Backup Management Service couldn’t be looked up in your directory.',
  },
  'route-not-found': { de: 'Diese Funktion gibt es auf dem Server nicht.', en: 'The server doesn’t have this function.' },
  'vault-name-taken': { de: 'Einen Tresor mit diesem Namen gibt es schon.', en: 'A vault with this name already exists.' },
  'vault-not-empty': {
    de: 'Der Recovery Services-Tresor enthält noch Sicherungselemente und kann nicht gelöscht werden.',
    en: 'The Recovery Services vault still has backup items and can’t be deleted.',
  },
  'replication-locked': {
    de: 'Der Speicherreplikationstyp lässt sich nicht mehr ändern: der Tresor schützt schon etwas.',
    en: 'You can’t change the storage replication type anymore: the vault already protects something.',
  },
  'policy-name-taken': { de: 'Eine Richtlinie mit diesem Namen gibt es schon.', en: 'A policy with this name already exists.' },
  'policy-refused': {
    de: 'Fehler beim Erstellen der Richtlinie – verringern Sie die Aufbewahrungsdauer, um fortzufahren.',
    en: 'Failed to create the policy – reduce the retention choices to continue.',
  },
  'policy-changed': { de: 'Jemand hat die Richtlinie inzwischen geändert.', en: 'Someone has changed the policy in the meantime.' },
  'policy-in-use': {
    de: 'Die Richtlinie wird noch verwendet und kann nicht gelöscht werden.',
    en: 'The policy is still in use and can’t be deleted.',
  },
  'job-over': { de: 'Der Auftrag ist schon beendet.', en: 'The job has already finished.' },
  'job-not-cancellable': { de: 'Dieser Auftrag kann nicht abgebrochen werden.', en: 'This job can’t be canceled.' },
  'machine-elsewhere': {
    de: 'Der virtuelle Computer liegt in einem anderen Abonnement als sein Recovery Services-Tresor. Tresor stellt solche noch nicht wieder her.',
    en: 'The virtual machine is in a different subscription than its vault. Tresor doesn’t restore those yet.',
  },
  'item-stopped': {
    de: 'Der Schutz dieses Elements ist beendet; setzen Sie ihn zuerst fort.',
    en: 'Protection of this item is stopped; resume it first.',
  },
  'item-resumed': {
    de: 'Jemand hat die Sicherung dieses Elements inzwischen mit einer anderen Richtlinie fortgesetzt.',
    en: 'Someone has resumed the backup of this item with another policy in the meantime.',
  },
  'item-deleted': {
    de: 'Die Sicherungsdaten dieses Elements sind gelöscht; machen Sie das Löschen zuerst rückgängig.',
    en: 'The backup data of this item is deleted; undelete it first.',
  },
  'storage-account-refused': {
    de: 'Dieses Speicherkonto kann die wiederhergestellten Datenträger nicht aufnehmen.',
    en: 'This storage account can’t hold the restored disks.',
  },
  'paired-region-closed': {
    de: 'In der gepaarten Region lässt sich dieser Wiederherstellungspunkt nicht wiederherstellen: Der Recovery Services-Tresor erlaubt es nicht, oder der Punkt ist dort noch nicht angekommen.',
    en: 'This restore point can’t be restored in the paired region: the vault doesn’t allow it, or the point hasn’t arrived there yet.',
  },
  'restore-key-vault-missing': {
    de: 'Der Schlüsseltresor dieses virtuellen Computers ist nicht mehr vorhanden.',
    en: 'This virtual machine’s key vault no longer exists.',
  },
  'restore-keys-missing': {
    de: 'Schlüssel und Geheimnis dieses virtuellen Computers sind nicht mehr vorhanden.',
    en: 'This virtual machine’s key and secret no longer exist.',
  },
  'restore-disks-only': {
    de: 'Von verschlüsselten virtuellen Computern lassen sich nur die Datenträger wiederherstellen.',
    en: 'For encrypted virtual machines, you can restore only the disks.',
  },
  'keys-not-in-backup': {
    de: 'Dieser Wiederherstellungspunkt enthält den Schlüssel oder das Geheimnis nicht.',
    en: 'This recovery point doesn’t contain the key or secret.',
  },
  'key-backup-foreign': {
    de: 'Der Schlüssel lässt sich nur im selben Abonnement und derselben Geografie wiederherstellen.',
    en: 'You can restore the key only within the same subscription and geography.',
  },
  'key-backup-damaged': {
    de: 'Key Vault kann die Sicherung des Schlüssels nicht lesen: Sie ist beschädigt. Ein anderer Wiederherstellungspunkt enthält vielleicht eine unbeschädigte.',
    en: 'Key Vault can’t read the backup of the key: it is damaged. Another recovery point might have an undamaged one.',
  },
  'key-name-taken': {
    de: 'In diesem Schlüsseltresor gibt es unter diesem Namen schon einen anderen Schlüssel.',
    en: 'This key vault already has another key with this name.',
  },
  'key-vault-refused': {
    de: 'Dieser Schlüsseltresor kann Schlüssel und Geheimnis nicht aufnehmen.',
    en: 'This key vault can’t hold the key and secret.',
  },
  'key-vault-name-taken': {
    de: 'Einen Schlüsseltresor mit diesem Namen gibt es schon, vielleicht einen gelöschten.',
    en: 'A key vault with this name already exists, and it might be a deleted one.',
  },
  'disks-not-restored': {
    de: 'Die Datenträger sind noch nicht wiederhergestellt oder für Sie nicht sichtbar.',
    en: 'The disks aren’t restored yet, or you can’t see them.',
  },
  'keys-not-verified': {
    de: 'Schlüssel und Geheimnis sind noch nicht an ihrem Platz.',
    en: 'The key and secret aren’t in place yet.',
  },
  'machine-name-taken': {
    de: 'Einen virtuellen Computer mit diesem Namen gibt es in der Ressourcengruppe schon.',
    en: 'The resource group already has a virtual machine with this name.',
  },
  'restore-running': {
    de: 'Azure stellt die Datenträger noch wieder her.',
    en: 'Azure is still restoring the disks.',
  },
  'disks-not-missing': {
    de: 'Von den Datenträgern dieser Wiederherstellung fehlt nichts, oder ihr Wiederherstellungspunkt ist nicht mehr da.',
    en: 'None of the disks of this restore are missing, or its restore point no longer exists.',
  },
  'setting-not-offered': {
    de: 'Diese Einstellung wurde nicht übernommen: In Azure hat sich daran etwas geändert, seit Sie sie angesehen haben.',
    en: 'This setting wasn’t applied: something about it has changed in Azure since you looked at it.',
  },
  'restore-in-use': {
    de: 'Ein virtueller Computer nutzt, was diese Wiederherstellung gebracht hat.',
    en: 'A virtual machine is using what this restore created.',
  },
  'machine-not-verified': {
    de: 'Der neue virtuelle Computer läuft noch nicht nachweislich verschlüsselt. Bis dahin können die Dateien mit Schlüsseldaten noch nötig sein.',
    en: 'It isn’t confirmed yet that the new virtual machine runs encrypted. Until then, the files with key data might still be needed.',
  },
  'machine-not-ready': { de: 'Der virtuelle Computer ist noch nicht erstellt.', en: 'The virtual machine hasn’t been created yet.' },
  'encryption-application-needed': {
    de: 'Dieser virtuelle Computer wurde mit einer Entra-Anwendung verschlüsselt. Azure braucht ihre Client-ID und ihren geheimen Clientschlüssel.',
    en: 'This virtual machine was encrypted with an Entra application. Azure needs its client ID and client secret.',
  },
  'encryption-unconfirmed': {
    de: 'Dabei würden auch Datenträger verschlüsselt, die es nicht waren oder von denen Azure es nicht sagt. Das hat niemand bestätigt.',
    en: 'This would also encrypt disks that weren’t encrypted, or of which Azure doesn’t say it. No one has confirmed that.',
  },
  'disks-told': {
    de: 'Ob einer dieser Datenträger verschlüsselt war, sagt Azure inzwischen selbst.',
    en: 'Azure itself now says of one of these disks whether it was encrypted.',
  },
  'machine-refused': {
    de: 'Azure kann den virtuellen Computer so nicht erstellen.',
    en: 'Azure can’t create the virtual machine like this.',
  },
  'key-vault-working': {
    de: 'Der Schlüsseltresor arbeitet noch daran: Löschen, Zurückholen und neuer Zugriff brauchen bei Azure einen Augenblick.',
    en: 'The key vault is still working on it: deleting, recovering, and new access take Azure a moment.',
  },
  'plan-refused': {
    de: 'So kann die Wiederherstellung nicht von selbst zu Ende laufen: Den Antworten steht etwas im Weg.',
    en: 'The restore can’t finish on its own like this: something conflicts with the answers.',
  },
  'protection-refused': {
    de: 'Nach dem gewählten Regelstand sichert Azure Backup diesen virtuellen Computer nicht.',
    en: 'Under the selected edition of the rules, Azure Backup doesn’t back up this virtual machine.',
  },
  'protected-elsewhere': {
    de: 'Ein anderer Recovery Services-Tresor hat den virtuellen Computer bereits unter seinen Sicherungselementen; der Schritt nennt ihn.',
    en: 'Another vault already has the virtual machine among its backup items; the step names it.',
  },
  'provider-not-registered': {
    de: 'Das Abonnement ist für einen Ressourcenanbieter, der hier gebraucht wird, nicht registriert.',
    en: 'The subscription isn’t registered for a resource provider that’s needed here.',
  },
  'interface-reserved': {
    de: 'Azure hält die Netzwerkschnittstelle noch für einen virtuellen Computer bereit, der eben nicht erstellt werden konnte.',
    en: 'Azure is still keeping the network interface for a virtual machine that couldn’t be created just now.',
  },
  'not-as-it-is': {
    de: 'So, wie es jetzt ist, lässt Azure das nicht zu.',
    en: 'As things are now, Azure doesn’t allow this.',
  },
  'scope-locked': {
    de: 'Eine Ressourcensperre in Azure lässt diese Änderung nicht zu.',
    en: 'A resource lock in Azure doesn’t allow this change.',
  },
  conflict: { de: 'Azure bearbeitet dieses Element gerade schon.', en: 'Azure is already working on this item.' },
  'idempotency-key-reused': {
    de: 'Dieser Vorgang wurde schon mit anderen Angaben angefordert.',
    en: 'This operation was already requested with other values.',
  },
  'request-too-large': { de: 'Die Anfrage ist zu groß.', en: 'The request is too large.' },
  'too-many-requests': { de: 'Zu viele Anfragen in kurzer Zeit.', en: 'Too many requests in a short time.' },
  'too-many-orders': {
    de: 'Sie haben zu viele Vorgänge auf einmal begonnen.',
    en: 'You have started too many operations at once.',
  },
  'azure-throttled': { de: 'Azure nimmt gerade keine weiteren Anfragen an.', en: 'Azure isn’t accepting more requests right now.' },
  'version-mismatch': { de: 'Tresor wurde inzwischen aktualisiert.', en: 'Tresor has been updated.' },
  internal: { de: 'Im Server ist ein Fehler aufgetreten.', en: 'A server error occurred.' },
  'record-damaged': {
    de: 'Was der Server über diesen Auftrag aufgeschrieben hat, ist beschädigt.',
    en: 'The server’s record of this request is damaged.',
  },
  'record-not-known': {
    de: 'Das hat eine neuere Version von Tresor aufgeschrieben, und dieser Server kennt nicht alles daran.',
    en: 'A newer version of Tresor wrote this, and this server doesn’t know all of it.',
  },
  'azure-answer-unreadable': { de: 'Die Antwort von Azure war nicht zu verstehen.', en: 'Azure’s response couldn’t be understood.' },
  'azure-untrusted': {
    de: 'Die Gegenstelle konnte nicht nachweisen, dass sie Azure ist: Ihr Zertifikat oder ihre TLS-Version wird nicht anerkannt.',
    en: 'The other side couldn’t prove that it’s Azure: its certificate or its TLS version isn’t accepted.',
  },
  'azure-unreachable': { de: 'Azure ist nicht erreichbar.', en: 'Azure can’t be reached.' },
  'azure-failed': { de: 'Azure meldet einen Fehler.', en: 'Azure reported an error.' },
  'operation-failed': {
    de: 'Azure hat den Vorgang angenommen, und er ist danach fehlgeschlagen.',
    en: 'Azure accepted the operation, and it failed afterwards.',
  },
  'operation-unknown': {
    de: 'Azure hat den Vorgang angenommen und nennt dazu weder ein Ergebnis noch einen Sicherungsauftrag. Ob er läuft, ist nicht bekannt.',
    en: 'Azure accepted the operation and names neither a result nor a job for it. It isn’t known whether it’s running.',
  },
  'operation-without-job': {
    de: 'Azure meldet den Vorgang als abgeschlossen und nennt keinen Sicherungsauftrag.',
    en: 'Azure reports the operation as finished and names no job.',
  },
  'backup-region-silent': {
    de: 'Der Azure Backup-Dienst in der Region des Recovery Services-Tresors antwortet nicht. Was im Tresor liegt, ist zurzeit nicht bekannt.',
    en: 'The Azure Backup service in the vault’s region isn’t responding. What the vault holds isn’t known at the moment.',
  },
  'sign-in-service-unavailable': { de: 'Der Anmeldedienst ist nicht erreichbar.', en: 'The sign-in service can’t be reached.' },
  'server-refused': {
    de: 'Der Anmeldedienst gibt dem Server von Tresor kein Token.',
    en: 'The sign-in service gives the Tresor server no token.',
  },
  'not-ready': { de: 'Der Server startet gerade.', en: 'The server is starting.' },
  'server-clock-wrong': {
    de: 'Die Uhr des Servers geht um mehr als fünf Minuten falsch; er kann Ihre Anmeldung nicht prüfen.',
    en: 'The server’s clock is off by more than five minutes, so it can’t check your sign-in.',
  },
  'store-unavailable': {
    de: 'Der Speicher, in dem der Server Aufträge aufbewahrt, steht gerade nicht zur Verfügung.',
    en: 'The store in which the server keeps requests isn’t available right now.',
  },
  'store-replaced': {
    de: 'Die Datenbank ist nicht die, in der bisher Aufträge aufbewahrt wurden. Was darin fehlt, würde womöglich ein zweites Mal ausgeführt; deshalb wird nichts angenommen.',
    en: 'The database isn’t the one in which requests were kept until now. What is missing in it might be carried out again, so nothing is accepted.',
  },
  'store-other-version': {
    de: 'Tresor wird gerade aktualisiert. Der Server, der geantwortet hat, hat noch die andere Version und nimmt nichts mehr an.',
    en: 'Tresor is being updated. The server that responded is still the other version and accepts nothing anymore.',
  },
  'store-timeout': {
    de: 'Der Speicher, in dem der Server Aufträge aufbewahrt, hat nicht rechtzeitig geantwortet.',
    en: 'The store in which the server keeps requests didn’t respond in time.',
  },
  'azure-timeout': { de: 'Azure hat nicht rechtzeitig geantwortet.', en: 'Azure didn’t respond in time.' },
  offline: { de: 'Der Server ist nicht erreichbar.', en: 'The server can’t be reached.' },
  'unreadable-answer': { de: 'Es ist ein unbekannter Fehler aufgetreten.', en: 'An unknown error occurred.' },
  'page-fault': {
    de: 'Diese Ansicht lässt sich nicht zeigen: Die Seite selbst hat einen Fehler.',
    en: 'This view can’t be shown: the page itself has a fault.',
  },
});

const certain = defineMessages({
  nothing: { de: 'Es wurde nichts geändert.', en: 'Nothing was changed.' },
  unknown: { de: 'Ob Azure etwas geändert hat, ist nicht bekannt.', en: 'It’s not known whether Azure changed anything.' },
  stored: {
    de: 'Ob der Auftrag ausgeführt wird, ist nicht bekannt; hier wiederholt, wird derselbe nicht zweimal ausgeführt.',
    en: 'It’s not known whether the request will be carried out. Repeated here, the same one isn’t carried out twice.',
  },
  running: { de: 'Was schon läuft, läuft weiter.', en: 'Anything already running continues.' },
});

const todo = defineMessages({
  inAzurePortal: { de: 'Stellen Sie ihn im Azure-Portal wieder her.', en: 'Restore it in the Azure portal.' },
  correct: { de: 'Berichtigen Sie die Angabe und versuchen Sie es erneut.', en: 'Correct the entry and try again.' },
  signIn: { de: 'Laden Sie die Seite neu und melden Sie sich an.', en: 'Reload the page and sign in.' },
  signInThere: {
    de: 'Versuchen Sie es erneut und melden Sie sich in dem Fenster an, das sich dann öffnet.',
    en: 'Try again and sign in, in the window that then opens.',
  },
  askTenant: {
    de: 'Bitten Sie jemanden darum, der sich in diesem Mandanten anmeldet.',
    en: 'Ask someone who signs in to that tenant to do it.',
  },
  askAdmin: {
    de: 'Bitten Sie die Administration Ihres Abonnements um die nötige Rolle. Wurde sie gerade erst erteilt, gilt sie in Azure nach spätestens zehn Minuten.',
    en: 'Ask the administrator of your subscription for the role you need. If you were just given it, it takes effect in Azure within ten minutes.',
  },
  askBlobs: {
    de: 'Bitten Sie die Administration Ihres Abonnements um die Rolle „Mitwirkender an Storage-Blobdaten“ auf dem Speicherkonto. Wurde sie gerade erst erteilt, gilt sie in Azure nach spätestens zehn Minuten.',
    en: 'Ask the administrator of your subscription for the role “Storage Blob Data Contributor” on the storage account. If you were just given it, it takes effect in Azure within ten minutes.',
  },
  blobsOfCustomer: {
    de: 'Das Speicherkonto gehört einem Kunden: Seine Blobs können Sie mit Ihrer Anmeldung weder lesen noch löschen, gleich welche Rolle Sie haben. Das kann nur der Kunde tun.',
    en: 'The storage account belongs to a customer: you can neither read nor delete its blobs with your sign-in, whatever role you have. Only the customer can do this.',
  },
  keysOfCustomer: {
    de: 'Der Schlüsseltresor gehört einem Kunden: Seine Schlüssel und Geheimnisse können Sie weder lesen noch schreiben, gleich welche Rolle Sie haben. Das kann nur der Kunde tun.',
    en: 'The key vault belongs to a customer: you can neither read nor write its keys and secrets, whatever role you have. Only the customer can do this.',
  },
  checkVault: {
    de: 'Prüfen Sie, ob der Name stimmt und ob Sie Leserechte haben. Einen gelöschten Recovery Services-Tresor, in dem noch vorläufig gelöschte Daten lagen, bewahrt Azure eine Weile auf: „az backup deleted-vault list“ zeigt ihn.',
    en: 'Check that the name is right and that you have read access. Azure keeps a deleted vault that still held soft-deleted data for a while: “az backup deleted-vault list” shows it.',
  },
  checkAddress: {
    de: 'Prüfen Sie, ob der Name stimmt, ob das Gesuchte noch vorhanden ist und ob Sie Leserechte haben.',
    en: 'Check that the name is right, that it still exists, and that you have read access.',
  },
  beginAgain: {
    de: 'Laden Sie die Seite neu und beginnen Sie mit dem neuen Stand.',
    en: 'Reload the page and start from the current version.',
  },
  openFirewall: {
    de: 'Mit Ihren Berechtigungen hat das nichts zu tun: Bitten Sie darum, in den Netzwerkeinstellungen dort den Server von Tresor zuzulassen.',
    en: 'This isn’t about your permissions: ask for the Tresor server to be allowed in the network settings there.',
  },
  lookAgain: {
    de: 'Sehen Sie sich an, wie es jetzt ist, und entscheiden Sie neu.',
    en: 'Check how it is now, then decide again.',
  },
  otherName: { de: 'Wählen Sie einen anderen Namen.', en: 'Choose another name.' },
  wait: { de: 'Warten Sie einen Augenblick und versuchen Sie es erneut.', en: 'Wait a moment and try again.' },
  reload: { de: 'Laden Sie die Seite neu.', en: 'Reload the page.' },
  report: {
    de: 'Versuchen Sie es erneut. Bleibt der Fehler, melden Sie ihn mit der Korrelations-ID.',
    en: 'Try again. If the error continues, report it with the correlation ID.',
  },
  reportPage: {
    de: 'Laden Sie die Seite neu. Bleibt der Fehler, melden Sie ihn mit diesen Angaben.',
    en: 'Reload the page. If the error continues, report it with these details.',
  },
  network: { de: 'Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.', en: 'Check your connection and try again.' },
  askConsent: {
    de: 'Eine Administratorin oder ein Administrator Ihrer Organisation muss einmal zustimmen. Laden Sie die Seite danach neu.',
    en: 'An administrator in your organization has to consent once. Then reload the page.',
  },
  setClock: {
    de: 'Bitten Sie darum, die Uhr des Servers zu stellen. Danach geht es ohne Neustart weiter.',
    en: 'Ask for the server’s clock to be set. It then continues without a restart.',
  },
  removeLock: {
    de: 'Azure nennt, was gesperrt ist. Die Sperre entfernen kann, wer dort Besitzer oder Benutzerzugriffsadministrator ist; danach geht es hier weiter.',
    en: 'Azure names what’s locked. An owner or user access administrator there can remove the lock; then continue here.',
  },
  changeState: {
    de: 'Azure nennt den Grund: etwa ein ausgeschöpftes Kontingent, eine Größe, die es dort nicht gibt, oder einen Zustand, in dem es nicht geht. Ändern Sie das, oder wählen Sie etwas anderes.',
    en: 'Azure names the reason: for example, a quota that’s used up, a size that isn’t available there, or a state in which it isn’t possible. Change that, or choose something else.',
  },
  registerProvider: {
    de: 'Azure nennt den Anbieter. Registrieren kann ihn, wer im Abonnement Mitwirkender oder Besitzer ist: im Azure-Portal unter „Ressourcenanbieter“ oder mit „az provider register“.',
    en: 'Azure names the provider. A contributor or owner of the subscription can register it: in the Azure portal under “Resource providers” or with “az provider register”.',
  },
  askOperator: {
    de: 'An Ihnen liegt es nicht. Bitten Sie, wer Tresor betreibt, auf dem Server „npm run doctor“ aufzurufen: Das nennt den Grund, etwa ein abgelaufenes Zertifikat, und die Abhilfe.',
    en: 'This isn’t about you. Ask the people who run Tresor to run “npm run doctor” on the server: it names the reason, such as an expired certificate, and how to fix it.',
  },
  askPolicy: {
    de: 'Azure nennt die Richtlinie. Ändern oder eine Ausnahme einrichten kann, wer bei ihrer Zuweisung Besitzer oder „Mitwirkender bei Ressourcenrichtlinien“ ist. Oder wählen Sie etwas anderes.',
    en: 'Azure names the policy. An owner or a “Resource Policy Contributor” where it is assigned can change it or create an exemption. Or choose something else.',
  },
  readAzure: {
    de: 'Azure nennt den Grund: etwa eine Region, die für dieses Abonnement geschlossen ist, oder eine Anmeldung ohne mehrstufige Authentifizierung (MFA). Wählen Sie eine andere Region, oder melden Sie sich ab und mit MFA wieder an.',
    en: 'Azure names the reason: for example, a region that’s closed to this subscription, or a sign-in without multifactor authentication (MFA). Choose another region, or sign out and sign in again with MFA.',
  },
  askRole: {
    de: 'Zuweisen kann sie, wer in Microsoft Entra ID Unternehmensanwendungen verwaltet (Cloudanwendungsadministrator). Melden Sie sich danach ab und wieder an.',
    en: 'People who manage enterprise applications in Microsoft Entra ID (Cloud Application Administrator) can assign it. Then sign out and in again.',
  },
  askKey: {
    de: 'Wer den Server betreibt, muss ihn in der Einstellung TRESOR_EVIDENCE_KEY nennen.',
    en: 'The people who run the server have to name it in the setting TRESOR_EVIDENCE_KEY.',
  },
  fewer: { de: 'Wählen Sie weniger auf einmal.', en: 'Select fewer at a time.' },
});

const { nothing, unknown, stored, running } = certain;

/** Of a command of several steps, some of which were done. */
export const changedBefore = defineMessages({
  sentence: {
    de: 'Bis dahin wurde angelegt, geändert oder gelöscht, und das bleibt so: {names}.',
    en: 'Up to then, this was created, changed, or deleted, and it stays that way: {names}.',
  },
}).sentence;

const rest: Readonly<Record<PortalProblemCode, readonly [certain: Message, todo: Message]>> = {
  'invalid-request': [nothing, todo.correct],
  'reason-required': [nothing, todo.correct],
  'not-signed-in': [nothing, todo.signIn],
  'session-expired': [nothing, todo.signIn],
  'step-up-required': [nothing, todo.signInThere],
  'consent-required': [nothing, todo.askConsent],
  forbidden: [nothing, todo.askAdmin],
  'guard-approval-missing': [nothing, todo.askAdmin],
  'storage-data-forbidden': [nothing, todo.askBlobs],
  'storage-firewall': [nothing, todo.openFirewall],
  'key-vault-forbidden': [nothing, todo.askAdmin],
  'key-vault-firewall': [nothing, todo.openFirewall],
  'other-tenant': [nothing, todo.askTenant],
  'disallowed-by-policy': [nothing, todo.askPolicy],
  'disallowed-by-azure': [nothing, todo.readAzure],
  'audit-role-missing': [nothing, todo.askRole],
  'evidence-key-missing': [nothing, todo.askKey],
  'foreign-origin': [nothing, todo.reload],
  'subscription-not-found': [nothing, todo.checkAddress],
  'vault-not-found': [nothing, todo.checkVault],
  'policy-gone': [nothing, todo.correct],
  'policy-not-found': [nothing, todo.checkAddress],
  'virtual-machine-not-found': [nothing, todo.checkAddress],
  'item-not-found': [nothing, todo.checkAddress],
  'job-not-found': [nothing, todo.checkAddress],
  'key-vault-not-found': [nothing, todo.checkAddress],
  'recovery-point-not-found': [nothing, todo.checkAddress],
  'storage-account-not-found': [nothing, todo.checkAddress],
  'resource-group-not-found': [nothing, todo.checkAddress],
  'batch-not-found': [nothing, todo.checkAddress],
  'grant-not-found': [nothing, todo.reload],
  'plan-not-found': [nothing, todo.reload],
  'recovery-plan-not-found': [nothing, todo.checkAddress],
  'recovery-begun': [nothing, todo.reload],
  'recovery-plan-changed': [nothing, todo.lookAgain],
  'isolation-forbidden': [nothing, todo.askAdmin],
  'recovery-is-rehearsal': [nothing, todo.reload],
  'rehearsal-removed': [nothing, todo.lookAgain],
  'recovery-own-plan': [nothing, todo.correct],
  'recovery-running': [nothing, todo.reload],
  'key-vault-changed': [nothing, todo.lookAgain],
  'grant-changed': [nothing, todo.lookAgain],
  'role-not-known-yet': [running, todo.wait],
  'backup-service-unknown': [nothing, todo.report],
  'route-not-found': [nothing, todo.reload],
  'vault-name-taken': [nothing, todo.otherName],
  'vault-not-empty': [nothing, todo.correct],
  'replication-locked': [nothing, todo.correct],
  'policy-name-taken': [nothing, todo.otherName],
  'policy-refused': [nothing, todo.correct],
  'policy-changed': [nothing, todo.beginAgain],
  'policy-in-use': [nothing, todo.correct],
  'storage-account-refused': [nothing, todo.correct],
  'paired-region-closed': [nothing, todo.lookAgain],
  'restore-key-vault-missing': [nothing, todo.correct],
  'restore-keys-missing': [nothing, todo.correct],
  'restore-disks-only': [nothing, todo.correct],
  'keys-not-in-backup': [nothing, todo.correct],
  'key-backup-foreign': [nothing, todo.correct],
  'key-backup-damaged': [nothing, todo.correct],
  'key-name-taken': [nothing, todo.correct],
  'key-vault-refused': [nothing, todo.correct],
  'key-vault-name-taken': [nothing, todo.otherName],
  'disks-not-restored': [nothing, todo.wait],
  'keys-not-verified': [nothing, todo.correct],
  'machine-name-taken': [nothing, todo.otherName],
  'machine-not-verified': [nothing, todo.wait],
  'restore-running': [nothing, todo.wait],
  'disks-not-missing': [nothing, todo.lookAgain],
  'setting-not-offered': [nothing, todo.lookAgain],
  'restore-in-use': [nothing, todo.lookAgain],
  'machine-not-ready': [nothing, todo.wait],
  'encryption-application-needed': [nothing, todo.correct],
  'encryption-unconfirmed': [nothing, todo.correct],
  'disks-told': [nothing, todo.lookAgain],
  'machine-refused': [nothing, todo.correct],
  'key-vault-working': [running, todo.wait],
  'plan-refused': [nothing, todo.correct],
  'protection-refused': [nothing, todo.reload],
  'protected-elsewhere': [nothing, todo.reload],
  'provider-not-registered': [nothing, todo.registerProvider],
  'not-as-it-is': [nothing, todo.changeState],
  'scope-locked': [nothing, todo.removeLock],
  'interface-reserved': [nothing, todo.wait],
  conflict: [running, todo.wait],
  'job-over': [nothing, todo.reload],
  'job-not-cancellable': [running, todo.wait],
  'item-stopped': [nothing, todo.lookAgain],
  'item-resumed': [nothing, todo.lookAgain],
  'machine-elsewhere': [nothing, todo.inAzurePortal],
  'item-deleted': [nothing, todo.lookAgain],
  'idempotency-key-reused': [running, todo.reload],
  'request-too-large': [nothing, todo.fewer],
  'too-many-requests': [nothing, todo.wait],
  'too-many-orders': [nothing, todo.wait],
  'azure-throttled': [nothing, todo.wait],
  'version-mismatch': [nothing, todo.reload],
  internal: [unknown, todo.report],
  'record-damaged': [unknown, todo.report],
  'record-not-known': [nothing, todo.askOperator],
  'azure-answer-unreadable': [unknown, todo.report],
  'azure-unreachable': [unknown, todo.wait],
  'azure-untrusted': [nothing, todo.report],
  'azure-failed': [unknown, todo.report],
  'operation-failed': [unknown, todo.report],
  'operation-unknown': [unknown, todo.lookAgain],
  'operation-without-job': [unknown, todo.lookAgain],
  'backup-region-silent': [unknown, todo.wait],
  'sign-in-service-unavailable': [nothing, todo.wait],
  'server-refused': [nothing, todo.askOperator],
  'not-ready': [nothing, todo.wait],
  'server-clock-wrong': [nothing, todo.setClock],
  'store-unavailable': [nothing, todo.wait],
  'store-replaced': [nothing, todo.report],
  'store-other-version': [nothing, todo.wait],
  'store-timeout': [stored, todo.wait],
  'azure-timeout': [unknown, todo.wait],
  offline: [unknown, todo.network],
  'unreadable-answer': [unknown, todo.report],
  'page-fault': [running, todo.reportPage],
};

const ofProvider: Readonly<Partial<Record<PortalProblemCode, Message>>> = {
  'storage-data-forbidden': todo.blobsOfCustomer,
  'storage-firewall': todo.blobsOfCustomer,
  'key-vault-forbidden': todo.keysOfCustomer,
  'key-vault-firewall': todo.keysOfCustomer,
};

/** What there is to do instead where a customer has delegated the subscription: no role and no firewall lets anyone from outside in; undefined where that is the same. */
export const problemTodoOfProvider = (code: string | null | undefined): Message | undefined => own(ofProvider, code);

interface ProblemText {
  happened: Message;
  /** Null where there is nothing to say: reading changes nothing, and nobody asked. */
  certain: Message | null;
  /** Where what became of it can be seen; null where that is certain. */
  look: Look | null;
  todo: Message;
}

/** What happened, what is certain and what to do, for every code, and for what is known of the command beside it. */
export function problemText(
  code: PortalProblemCode,
  { onlyRead, changed = [], inDoubt, sentTo }: Pick<PortalProblem, 'onlyRead' | 'changed' | 'inDoubt' | 'sentTo'> = {},
): ProblemText {
  const [known, todo] = rest[code];
  const certain = inDoubt && known === nothing ? unknown : known;
  const isSaid = !onlyRead && !(changed.length > 0 && certain === nothing);
  const look = isSaid && certain === unknown ? whereToLook(sentTo) : null;
  return { happened: happened[code], certain: isSaid ? certain : null, look, todo };
}

/** What can be done about it outside of the command alone. */
const OUTSIDE: ReadonlySet<Message> = new Set([
  todo.askAdmin,
  todo.askBlobs,
  todo.askTenant,
  todo.openFirewall,
  todo.removeLock,
  todo.registerProvider,
  todo.changeState,
  todo.askPolicy,
  todo.readAzure,
]);

/** What has to be done outside before a command can succeed, by the code of its refusal, which came as plain text; empty where nothing has. `isDelegated`: whether a customer has delegated the subscription. */
export function outsideWords(refusal: { code: string | null } | null, text: Text, isDelegated: boolean): string {
  const [, todo] = own(rest, refusal?.code) ?? [];
  const instead = isDelegated ? problemTodoOfProvider(refusal?.code) : undefined;
  if (instead !== undefined) return text(instead);
  return todo !== undefined && OUTSIDE.has(todo) ? text(todo) : '';
}

/** What happened, by a code that came as plain text; undefined where nobody has words for it. */
export const happenedBy = (code: string | null): Message | undefined => own(happened, code);
