import type { RestoreCommand } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';
import { titles } from '../../../map/map';

/** Of a run that was decided. What asks for its answers needs none of them. */
export const standingMessages = defineMessages({
  running: {
    de: 'Läuft von selbst, im Namen von {name}.',
    en: 'Running on its own, in the name of {name}.',
  },
  runningUntil: {
    de: 'Ohne geöffnete Seite reicht das bis {until}: So lange gilt die Anmeldung. Danach wartet der Ablauf, bis jemand mit den nötigen Rechten diese Wiederherstellung öffnet.',
    en: 'Without an open page, it runs until {until}, when the sign-in ends. After that, the run waits until someone with the necessary rights opens this restore.',
  },
  waiting: { de: 'Wartet seit {since} auf einen Menschen.', en: 'Waiting for a person since {since}.' },
  waitingMeans: {
    de: 'Die Anmeldung, mit der es lief, liegt nicht mehr vor, oder sie reicht Azure nicht (MFA). Wer die nötigen Rechte hat und diese Wiederherstellung öffnet, setzt den Ablauf im eigenen Namen fort.',
    en: 'The sign-in it ran with is no longer available, or it isn’t enough for Azure (MFA). Anyone with the necessary rights who opens this restore continues the run in their own name.',
  },
  needsPerson: { de: 'Braucht seit {since} einen Menschen: {step}.', en: 'Has needed a person since {since}: {step}.' },
  needsMeans: {
    de: 'Beheben Sie es im Schritt, oder ändern Sie die Antworten. Dann geht der Ablauf von selbst weiter.',
    en: 'Fix it in the step, or change the answers. Then the run continues on its own.',
  },
  toStep: { de: 'Zum Schritt: {step}', en: 'Go to step: {step}' },
  stopped: { de: '{name} hat den Ablauf angehalten ({at}).', en: '{name} stopped the run ({at}).' },
  stoppedMeans: {
    de: 'Von selbst geschieht nichts mehr. Was Azure schon entgegengenommen hatte, lief weiter.',
    en: 'Nothing else happens on its own. Anything Azure had already accepted continued.',
  },
  done: { de: 'Der Ablauf ist am Ende ({at}).', en: 'The run has ended ({at}).' },
  takeBack: { de: 'Wieder selbst übernehmen', en: 'Take back control' },
  takingBack: { de: 'Der Ablauf wird angehalten.', en: 'Stopping the run.' },
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
  'restore-missing': { de: 'Fehlende Datenträger wiederherstellen', en: 'Restore missing disks' },
  'restore-keys': { de: 'Schlüssel und Geheimnis zurückholen', en: 'Bring back the key and secret' },
  'create-machine': titles.machine,
  'renew-encryption': { de: 'Verschlüsselung anwenden', en: 'Apply the encryption' },
  protect: titles.protection,
  'back-up-now': titles.backupNow,
  'remove-leftovers': { de: 'Dateien mit Schlüsseldaten löschen', en: 'Delete the files with key data' },
});
