import type { PlanStopReason, RestoreCommand } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../i18n/messages';
import { titles } from '../../../map';

export const planMessages = defineMessages({
  offer: {
    de: 'Sie müssen nicht warten: Beantworten Sie jetzt alles, dann läuft die Wiederherstellung von selbst bis zum Ende.',
    en: 'You need not wait: answer everything now, and the restore runs to its end by itself.',
  },
  answerNow: { de: 'Alles jetzt beantworten', en: 'Answer everything now' },
  open: { de: 'Ablauf öffnen', en: 'Open the run' },
  intro: {
    de: 'Beantworten Sie jetzt alles. Danach geht die Wiederherstellung von selbst weiter und hält nur an, wo ein Mensch gebraucht wird.',
    en: 'Answer everything now. Then the restore goes on by itself and stops only where a person is needed.',
  },
  machine: { de: 'Neuer virtueller Computer', en: 'New virtual machine' },
  made: { de: 'Der virtuelle Computer ist schon erstellt.', en: 'The virtual machine is created already.' },
  keys: titles.keys,
  keysThere: {
    de: 'Schlüssel und Geheimnis sind da. Fehlt später eines davon, hält der Ablauf an und fragt.',
    en: 'Key and secret are there. Should one of them be missing later, the run stops and asks.',
  },
  keysHidden: {
    de: 'Ob Schlüssel und Geheimnis da sind, dürfen Sie nicht sehen.',
    en: 'Whether key and secret are there you may not see.',
  },
  protection: titles.protectAgain,
  protect: { de: 'Den neuen virtuellen Computer wieder sichern', en: 'Protect the new virtual machine again' },
  letIn: {
    de: 'Azure Backup Zugriff auf die Schlüsseltresore geben, falls er für die erste Sicherung fehlt',
    en: 'Give Azure Backup access to the key vaults where it lacks it for the first backup',
  },
  letInMeans: {
    de: 'Das gilt für Schlüsseltresore mit Zugriffsrichtlinien. Wo Azure RBAC gilt, hält der Ablauf an, denn die Rolle wählt ein Mensch.',
    en: 'This holds for key vaults with access policies. Where Azure RBAC decides, the run stops, for a person chooses the role.',
  },
  afterCare: titles.afterCare,
  removeLeftovers: { de: 'Dateien mit Schlüsseldaten am Ende löschen', en: 'Delete the files with key data at the end' },
  loading: { de: 'Die Angaben werden noch geladen.', en: 'The details are still loading.' },
  run: titles.runToEnd,
  sending: { de: 'Tresor nimmt den Auftrag entgegen.', en: 'Tresor is taking the order.' },
  nothingLeft: { de: 'Hier ist nichts mehr zu tun.', en: 'There is nothing left to do here.' },
  summary: { de: 'Was noch geschieht', en: 'What is still to happen' },
  itsTurn: { de: 'Der Ablauf ist dran', en: 'The run takes it from here' },
  willWait: { de: 'Azure holt die Datenträger zurück.', en: 'Azure brings the disks back.' },
  willRecover: {
    de: 'Schlüssel und Geheimnis werden dort wiederhergestellt, wo sie waren.',
    en: 'Key and secret are recovered where they were.',
  },
  willRestore: {
    de: 'Schlüssel und Geheimnis kommen aus der Sicherung in den Schlüsseltresor {name}.',
    en: 'Key and secret come from the backup into the key vault {name}.',
  },
  willCreate: {
    de: 'Der Schlüsseltresor {name} wird angelegt, und Schlüssel und Geheimnis kommen aus der Sicherung hinein.',
    en: 'The key vault {name} is created, and key and secret come into it from the backup.',
  },
  willMake: { de: '{name} wird in {group} erstellt ({size}).', en: '{name} is created in {group} ({size}).' },
  willEncrypt: {
    de: 'Die Verschlüsselung wird noch einmal angewendet, falls Azure das braucht.',
    en: 'The encryption is applied once more where Azure needs it.',
  },
  willAskForSecret: {
    de: 'Muss Azure die Verschlüsselung noch einmal anwenden, hält der Ablauf an und fragt: Den geheimen Clientschlüssel der Entra-Anwendung bewahrt Tresor nicht auf.',
    en: 'Should Azure have to apply the encryption once more, the run stops and asks: Tresor does not keep the client secret of the Entra application.',
  },
  willProtect: {
    de: 'Die Sicherung nach {policy} wird aktiviert, und die erste Sicherung beginnt sofort.',
    en: 'Backup by {policy} is enabled, and the first backup begins at once.',
  },
  willNotProtect: { de: '{name} wird nicht gesichert.', en: '{name} is not protected.' },
  willRemove: {
    de: 'Die Dateien mit Schlüsseldaten werden gelöscht, sobald {name} nachweislich verschlüsselt läuft.',
    en: 'The files with key data are deleted once {name} is proven to run encrypted.',
  },
  willKeep: { de: 'Die Dateien mit Schlüsseldaten bleiben liegen.', en: 'The files with key data stay.' },
  reach: {
    de: 'Alles geschieht in Ihrem Namen. Ohne geöffnete Seite reicht das so lange wie Ihre Anmeldung, zurzeit bis {until}. Bleibt diese Wiederherstellung in einem Fenster geöffnet, verlängert sich das von selbst. Danach wartet der Ablauf, bis jemand mit den nötigen Rechten diese Wiederherstellung öffnet.',
    en: 'Everything happens in your name. Without an open page this reaches as far as your sign-in does, at present until {until}. While this restore stays open in a window, that is prolonged by itself. After that the run waits until somebody with the rights opens this restore.',
  },
  noRepeats: {
    de: 'Wird etwas abgelehnt oder hilft es nicht, hält der Ablauf an und sagt, warum. Nichts wird blind wiederholt.',
    en: 'Where something is refused or does not help, the run stops and says why. Nothing is repeated blindly.',
  },
  inTheWay: { de: 'Das steht noch im Weg.', en: 'This still stands in the way.' },
  clear: {
    de: 'Nichts steht im Weg, soweit es sich vorher sehen lässt.',
    en: 'Nothing stands in the way, as far as can be seen beforehand.',
  },
  running: {
    de: 'Läuft von selbst, im Namen von {name}.',
    en: 'Running by itself, in the name of {name}.',
  },
  runningUntil: {
    de: 'Ohne geöffnete Seite reicht das bis {until}: So lange gilt die Anmeldung. Danach wartet der Ablauf, bis jemand mit den nötigen Rechten diese Wiederherstellung öffnet.',
    en: 'Without an open page this reaches until {until}, the end of the sign-in. After that the run waits until somebody with the rights opens this restore.',
  },
  waiting: { de: 'Wartet seit {since} auf einen Menschen.', en: 'Waits for a person since {since}.' },
  waitingMeans: {
    de: 'Die Anmeldung, mit der es lief, liegt nicht mehr vor. Wer die nötigen Rechte hat und diese Wiederherstellung öffnet, setzt den Ablauf im eigenen Namen fort.',
    en: 'The sign-in it ran with is no longer at hand. Whoever has the rights and opens this restore goes on with the run in their own name.',
  },
  lacking: {
    de: 'Sie können ihn nicht fortsetzen. Ihnen fehlen Rechte für: {steps}.',
    en: 'You cannot go on with it. You lack rights for: {steps}.',
  },
  needsPerson: { de: 'Braucht seit {since} einen Menschen: {step}.', en: 'Needs a person since {since}: {step}.' },
  needsMeans: {
    de: 'Beheben Sie es im Schritt, oder ändern Sie die Antworten. Dann geht der Ablauf von selbst weiter.',
    en: 'Put it right in the step, or change the answers. Then the run goes on by itself.',
  },
  toStep: { de: 'Zum Schritt: {step}', en: 'To the step: {step}' },
  stopped: { de: '{name} hat den Ablauf angehalten ({at}).', en: '{name} has stopped the run ({at}).' },
  stoppedMeans: {
    de: 'Von selbst geschieht nichts mehr. Was Azure schon entgegengenommen hatte, lief weiter.',
    en: 'Nothing happens by itself any more. What Azure had taken already went on.',
  },
  done: { de: 'Der Ablauf ist am Ende ({at}).', en: 'The run is at its end ({at}).' },
  takeBack: { de: 'Wieder selbst übernehmen', en: 'Take back control' },
  takingBack: { de: 'Der Ablauf wird angehalten.', en: 'The run is being stopped.' },
  change: { de: 'Antworten ändern', en: 'Change the answers' },
  given: { de: 'Was er bisher getan hat', en: 'What it has done so far' },
  givenNothing: { de: 'Noch nichts: Er wartet auf Azure.', en: 'Nothing yet: it is waiting for Azure.' },
  givenLine: { de: '{at}: {command} (im Namen von {name})', en: '{at}: {command} (in the name of {name})' },
  refused: { de: 'abgelehnt', en: 'refused' },
  unheard: { de: 'noch ohne Antwort', en: 'no answer yet' },
  accepted: { de: 'angenommen', en: 'accepted' },
});

export const commandWords: Readonly<Record<RestoreCommand, Message>> = defineMessages({
  'restore-disks': titles.disks,
  'restore-keys': { de: 'Schlüssel und Geheimnis zurückholen', en: 'Bring back key and secret' },
  'create-machine': titles.machine,
  'renew-encryption': { de: 'Verschlüsselung anwenden', en: 'Apply the encryption' },
  protect: titles.protection,
  'back-up-now': titles.backupNow,
  'remove-leftovers': { de: 'Dateien mit Schlüsseldaten löschen', en: 'Delete the files with key data' },
});

/** Why a run stopped. Of the last two the step itself says it. */
export const stopWords: Readonly<Record<PlanStopReason, Message>> = defineMessages({
  refused: { de: 'Der Befehl wurde abgelehnt.', en: 'The command was refused.' },
  tried: {
    de: 'Der Befehl wurde ausgeführt und hat nicht geholfen.',
    en: 'The command was carried out and did not help.',
  },
  'not-answered': {
    de: 'Schlüssel oder Geheimnis fehlen. Am Anfang waren sie da; wie sie zurückkommen, wurde deshalb nicht gefragt.',
    en: 'Key or secret are missing. They were there at the start, so nobody was asked how they come back.',
  },
  'application-needed': {
    de: 'Die Verschlüsselung braucht den geheimen Clientschlüssel der Entra-Anwendung. Geben Sie ihn im Schritt ein.',
    en: 'The encryption needs the client secret of the Entra application. Enter it in the step.',
  },
  'backup-kept-out': {
    de: 'Azure Backup darf die Schlüsseltresore nicht lesen. Geben Sie im Schritt Zugriff.',
    en: 'Azure Backup may not read the key vaults. Give it access in the step.',
  },
  stuck: { de: 'Hier geht es so nicht weiter.', en: 'It cannot go on here like this.' },
  hidden: {
    de: 'Wie es hier steht, darf die Person nicht sehen, in deren Namen es lief.',
    en: 'The person in whose name it ran may not see where this stands.',
  },
});
