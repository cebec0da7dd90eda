import type { TourId } from '../kept/tours';
import type { Message } from '../language/messages';
import type { BladeId } from '../map/map';

/** One thing to do. */
interface TourStep {
  say: Message;
  /** It is done once one of these blades is open. The last step of a tour leads nowhere. */
  until: readonly BladeId[];
}

interface Tour {
  title: Message;
  about: Message;
  steps: readonly TourStep[];
}

const openVaults: TourStep = {
  say: {
    de: 'Öffnen Sie im linken Menü „Recovery Services-Tresore“; in einem schmalen Fenster klappen es die drei Striche oben links auf. Unter „Durchsuchen“ finden Sie sie auch, wenn Sie den Anfang des Namens eintippen.',
    en: 'Open Recovery Services vaults in the left menu; in a narrow window, the three lines at the top left unfold it. Under Browse you also find them by typing the first letters.',
  },
  until: ['vaults'],
};

/** The walks that the product is made for, as somebody beside you would say them. */
export const tours: Readonly<Record<TourId, Tour>> = {
  backup: {
    title: { de: 'Einen Computer sichern', en: 'Back up a machine' },
    about: {
      de: 'Vom Tresor über Richtlinie und Auswahl bis zur aktivierten Sicherung.',
      en: 'From the vault through policy and selection to an enabled backup.',
    },
    steps: [
      openVaults,
      {
        say: {
          de: 'Wählen Sie den Tresor in der Region Ihres Computers. Einen neuen legt „Hinzufügen“ an.',
          en: 'Select the vault in the region of your machine. Add creates a new one.',
        },
        until: ['vault'],
      },
      {
        say: {
          de: 'Wählen Sie oben „Sicherung“. Der Assistent hat drei Schritte.',
          en: 'Select Backup at the top. The wizard has three steps.',
        },
        until: ['backup'],
      },
      {
        say: { de: 'Öffnen Sie Schritt 1, „Sicherungsziel“.', en: 'Open step 1, Backup goal.' },
        until: ['backupGoal'],
      },
      {
        say: {
          de: 'Azure und „Virtueller Computer“ sind schon gewählt. Bestätigen Sie mit OK.',
          en: 'Azure and Virtual machine are selected already. Confirm with OK.',
        },
        until: ['backupPolicy'],
      },
      {
        say: {
          de: 'Lesen Sie, wann gesichert wird und wie lange die Punkte bleiben. Wählen Sie eine Richtlinie, oder legen Sie eine neue an, dann OK.',
          en: 'Read when backups run and how long points stay. Select a policy or create one, then OK.',
        },
        until: ['selectMachines'],
      },
      {
        say: {
          de: 'Wählen Sie einen oder mehrere Computer, dann OK. Wer nicht wählbar ist, sagt in seiner Zeile, warum. Steht danach ein Hinweis auf einen Schlüsseltresor da, prüfen Sie den Zugriff. „Sicherung aktivieren“ schließt ab.',
          en: 'Select one or more machines, then OK. A machine that can’t be selected says why in its row. If a notice about a key vault appears, check the access. Enable backup finishes the wizard.',
        },
        until: ['protection'],
      },
      {
        say: {
          de: 'Hier steht für jeden Computer, wie weit Azure ist. Geschützt ist er, sobald das hier steht; zurückholen lässt er sich erst nach seiner ersten Sicherung.',
          en: 'For each machine you see how far Azure is. It is protected once it says so here; it can be restored only after its first backup.',
        },
        until: [],
      },
    ],
  },
  restore: {
    title: { de: 'Einen Computer zurückholen', en: 'Bring a machine back' },
    about: {
      de: 'Vom Wiederherstellungspunkt bis zum laufenden, verschlüsselten und wieder gesicherten Computer.',
      en: 'From the restore point to a machine that runs, is encrypted and is backed up again.',
    },
    steps: [
      openVaults,
      {
        say: { de: 'Wählen Sie den Tresor, der den Computer sichert.', en: 'Select the vault that backs up the machine.' },
        until: ['vault'],
      },
      { say: { de: 'Öffnen Sie „Sicherungselemente“.', en: 'Open Backup items.' }, until: ['items'] },
      {
        say: {
          de: 'Wählen Sie den Computer. Auch gelöschte stehen hier, solange es Punkte von ihnen gibt.',
          en: 'Select the machine. Deleted machines are here, too, as long as there are points of them.',
        },
        until: ['item'],
      },
      { say: { de: 'Wählen Sie oben „Wiederherstellen“.', en: 'Select Restore at the top.' }, until: ['restoreItem'] },
      {
        say: { de: 'Öffnen Sie Schritt 1 und sehen Sie sich die Punkte an.', en: 'Open step 1 and look at the points.' },
        until: ['restorePoint'],
      },
      {
        say: {
          de: 'Wählen Sie einen Punkt; was dagegen spricht, steht bei ihm. Mit OK geht es zurück, dann öffnen Sie Schritt 2.',
          en: 'Select a point; what speaks against it is said beside it. OK takes you back. Then open step 2.',
        },
        until: ['restoreConfiguration'],
      },
      {
        say: {
          de: 'Wählen Sie, wohin die Datenträger kommen, und bestätigen Sie mit OK. „Wiederherstellen“ startet den Auftrag.',
          en: 'Select where the disks go and confirm with OK. Restore starts the job.',
        },
        until: ['restoreJourney'],
      },
      {
        say: {
          de: 'Die Wiederherstellung hat sechs Schritte und zeigt immer den nächsten. Sie können die Seite schließen: Azure arbeitet weiter, und unter „Wiederherstellungen“ finden Sie hierher zurück. Fertig ist der Computer, wenn alle Schritte erledigt sind.',
          en: 'The restore has six steps and always shows the next one. You can close the page: Azure goes on, and Restores leads back here. The machine is finished when all steps are done.',
        },
        until: [],
      },
    ],
  },
  greenfield: {
    title: { de: 'Bei null anfangen', en: 'Start from nothing' },
    about: {
      de: 'Sehen, was einer Sicherung noch im Weg steht, und es der Reihe nach beheben.',
      en: 'See what still stands in the way of a backup, and put it right one by one.',
    },
    steps: [
      {
        say: {
          de: 'Öffnen Sie im linken Menü „Bereitschaft zur Sicherung“; in einem schmalen Fenster klappen es die drei Striche oben links auf.',
          en: 'Open Backup readiness in the left menu; in a narrow window, the three lines at the top left unfold it.',
        },
        until: ['readiness'],
      },
      {
        say: {
          de: 'Jede Zeile sagt, ob der Computer gesichert ist, gesichert werden kann oder was fehlt. Fehlt ein Tresor, legen Sie einen an: „Recovery Services-Tresore“, dann „Hinzufügen“. Ist der Ressourcenanbieter noch nicht registriert, geht auch das dort.',
          en: 'Each row says whether the machine is protected, can be protected, or what is missing. If there is no vault, create one: Recovery Services vaults, then Add. If the resource provider isn’t registered yet, that’s done there, too.',
        },
        until: ['newVault', 'vault'],
      },
      {
        say: {
          de: 'Öffnen Sie im Tresor „Sicherung“. Ein neuer Tresor braucht nach dem Anlegen einen Augenblick.',
          en: 'In the vault, open Backup. A new vault needs a moment after it was created.',
        },
        until: ['backup'],
      },
      {
        say: {
          de: 'Gehen Sie die drei Schritte durch und lesen Sie den Hinweis auf die Schlüsseltresore: Fehlt Azure Backup der Zugriff, führt sein Link dorthin, wo Sie ihn geben.',
          en: 'Go through the three steps and read the notice about the key vaults: if Azure Backup doesn’t have access, its link leads to where you give it.',
        },
        until: ['protection'],
      },
      {
        say: {
          de: 'Sehen Sie danach noch einmal in die Bereitschaft: Was hier geschützt wurde, steht dort so.',
          en: 'Then look at the readiness again: what was protected here says so there.',
        },
        until: [],
      },
    ],
  },
};

/** The step that comes next after one, where these blades are open: steps that are done already are not asked for. */
export function stepAfter(id: TourId, step: number, open: readonly string[]): number {
  const { steps } = tours[id];
  let next = Math.min(step, steps.length - 1);
  while (steps[next]?.until.some((blade) => open.includes(blade)) === true) next += 1;
  return next;
}
