import {
  BACKUP_FAQ,
  CREATE_FROM_DISKS,
  ENCRYPTION,
  PREPARE_2017,
  RESTORE_2017,
  RESTORE_ENCRYPTED,
  RESTORE_KEYS,
  RESTORE_PRACTICES,
  SOFT_DELETE,
  type Source,
} from '@tresor/support-matrix';
import type { Message } from '../language/messages';
import type { TeachingBladeId } from '../map/map';

/** Why a step is there, and where that is written. */
interface Lesson {
  why: Message;
  source: Source;
}

const keyVaultAccess: Lesson = {
  why: {
    de: 'Azure Backup sichert mit jedem Punkt auch das Geheimnis, das die Datenträger entsperrt, und den Schlüssel, der es umschließt, wo es einen gibt. Dafür muss der Dienst sie im Schlüsseltresor auflisten, lesen und sichern dürfen. Mehr braucht er nicht: Verschlüsseln und Entschlüsseln gehören nicht dazu.',
    en: 'With every point, Azure Backup also backs up the secret that unlocks the disks and, where there is one, the key that wraps it. To do that, it must be allowed to list, get and back them up in the key vault. It needs nothing more: encrypting and decrypting are not part of it.',
  },
  source: ENCRYPTION,
};

/** For each blade that teaches: what the step is for, in our words. */
export const lessons: Readonly<Record<TeachingBladeId, Lesson>> = {
  backup: {
    why: {
      de: 'Ein Recovery Services-Tresor schützt einen Computer erst, wenn drei Dinge feststehen: was gesichert wird, wie oft und wie lange, und welche Computer. Bis „Sicherung aktivieren“ ändert sich in Azure nichts.',
      en: 'A Recovery Services vault protects a machine only once three things are settled: what is backed up, how often and for how long, and which machines. Nothing changes in Azure until you select Enable backup.',
    },
    source: PREPARE_2017,
  },
  backupGoal: {
    why: {
      de: 'Azure sichert einen virtuellen Computer über eine Erweiterung, die auf ihm läuft. Server im eigenen Rechenzentrum brauchen einen anderen Agenten. Deshalb fragt Azure zuerst, wo die Workload läuft.',
      en: 'Azure backs up a virtual machine through an extension that runs on it. Servers in your own datacenter need a different agent. That’s why Azure first asks where the workload runs.',
    },
    source: PREPARE_2017,
  },
  backupPolicy: {
    why: {
      de: 'Die Richtlinie legt fest, wann Wiederherstellungspunkte entstehen und wie lange jeder bleibt. Ist seine Zeit um, löscht Azure ihn, und der Stand von damals lässt sich nicht mehr zurückholen.',
      en: 'The policy decides when restore points are made and how long each one stays. When its time is up, Azure deletes it, and that state of the machine can’t be brought back.',
    },
    source: PREPARE_2017,
  },
  selectMachines: {
    why: {
      de: 'Ein Tresor nimmt nur Computer aus seiner eigenen Region auf, und jeder Computer gehört zu höchstens einem Tresor. Verschlüsselte brauchen außerdem eine Verschlüsselung, die Azure Backup sichern kann. Was nicht geht, steht mit seinem Grund in der Zeile.',
      en: 'A vault takes only machines from its own region, and each machine belongs to at most one vault. Encrypted machines also need a kind of encryption that Azure Backup can back up. What doesn’t work is in the row, with its reason.',
    },
    source: BACKUP_FAQ,
  },
  keyVaultInWizard: keyVaultAccess,
  keyVault: keyVaultAccess,
  keyVaultInRestore: keyVaultAccess,
  keyVaultInEstate: keyVaultAccess,
  protection: {
    why: {
      de: 'Aktivieren heißt: Der Tresor kennt den Computer. Ein Wiederherstellungspunkt entsteht erst mit der ersten Sicherung, zur Zeit der Richtlinie oder mit „Jetzt sichern“. Vorher gibt es nichts, was zurückgeholt werden könnte.',
      en: 'Enabling means that the vault knows the machine. A restore point is made by the first backup: at the time in the policy, or with Backup now. Until then there’s nothing to bring back.',
    },
    source: PREPARE_2017,
  },
  restorePoint: {
    why: {
      de: 'Jeder Punkt ist der Stand des Computers zu einer Zeit. „Anwendungskonsistent“ heißt, dass auch die Programme ihre Daten vollständig geschrieben hatten; nach „absturzkonsistent“ startet der Computer wie nach einem Stromausfall.',
      en: 'Each point is the state of the machine at one time. Application-consistent means that the programs had also finished writing their data. After a crash-consistent point, the machine starts as it would after a power failure.',
    },
    source: RESTORE_PRACTICES,
  },
  restoreConfiguration: {
    why: {
      de: 'Von einem verschlüsselten Computer kommen zuerst die Datenträger zurück; den Computer macht man danach aus ihnen. Das Speicherkonto nimmt auf, was Azure dabei ablegt: die Beschreibung des Computers mit seinem Schlüssel und Geheimnis und, wenn sie VHDs bleiben, die Datenträger selbst.',
      en: 'Of an encrypted machine, the disks come back first; the machine is then made from them. The storage account takes what Azure puts down on the way: the description of the machine with its key and secret and, if they stay VHDs, the disks themselves.',
    },
    source: RESTORE_ENCRYPTED,
  },
  disks: {
    why: {
      de: 'Azure schreibt die Datenträger des gewählten Punkts neu. Den alten Computer und seine Datenträger fasst es dabei nicht an. Wie lange das dauert, hängt vor allem von ihrer Größe ab.',
      en: 'Azure writes the disks of the selected point as new ones. It doesn’t touch the old machine or its disks. How long it takes depends mostly on their size.',
    },
    source: RESTORE_PRACTICES,
  },
  keys: {
    why: {
      de: 'Die Datenträger entsperrt ein Geheimnis (BEK); meist umschließt es ein Schlüssel (KEK). Fehlt im Schlüsseltresor, was der Computer braucht, startet er nicht. Azure Backup hat beides mit dem Punkt gesichert, und daraus kommt es zurück.',
      en: 'A secret (BEK) unlocks the disks; usually a key (KEK) wraps it. If what the machine needs is missing from the key vault, it doesn’t start. Azure Backup has backed up both with the point, and that’s where they come back from.',
    },
    source: RESTORE_KEYS,
  },
  machine: {
    why: {
      de: 'Einen verschlüsselten Computer stellt Azure nicht in einem Schritt wieder her: Er entsteht neu aus den Datenträgern, mit dem Verweis auf sein Geheimnis und seinen Schlüssel. Ohne diesen Verweis blieben die Datenträger gesperrt.',
      en: 'Azure doesn’t restore an encrypted machine in one step: it’s created from the disks, with a reference to its secret and its key. Without that reference the disks would stay locked.',
    },
    source: CREATE_FROM_DISKS,
  },
  encryption: {
    why: {
      de: 'Der neue Computer läuft, doch Azure kennt seine Datenträger erst als verschlüsselt, wenn die Erweiterung für Azure Disk Encryption noch einmal angewendet wurde. Unter Linux bleiben Datendatenträger sonst oft uneingebunden.',
      en: 'The new machine runs, but Azure knows its disks as encrypted only once the Azure Disk Encryption extension has been applied again. On Linux, data disks often stay unmounted otherwise.',
    },
    source: CREATE_FROM_DISKS,
  },
  protectAgain: {
    why: {
      de: 'Hat der wiederhergestellte Computer einen anderen Namen oder eine andere Ressourcengruppe, ist er für Azure Backup ein neuer. Ohne diesen Schritt sichert ihn niemand.',
      en: 'If the restored machine has another name or another resource group, it’s a new one to Azure Backup. Without this step, it isn’t backed up.',
    },
    source: RESTORE_2017,
  },
  keySurvival: {
    why: {
      de: 'Ein Wiederherstellungspunkt hilft nur, wenn es am Tag danach auch Schlüssel und Geheimnis gibt. Gelöschte Schlüsseltresore hebt Azure eine Weile auf; ohne Löschschutz kann sie jemand in dieser Zeit endgültig entfernen.',
      en: 'A restore point helps only if the key and the secret are there on the day after. Azure keeps deleted key vaults for a while; without purge protection, someone can remove them for good during that time.',
    },
    source: SOFT_DELETE,
  },
};

/** The same for single fields of a step. */
export const fieldLessons = {
  targetRegion: {
    why: {
      de: 'Ein georedundanter Recovery Services-Tresor hat seine Daten auch in der gepaarten Region. Ohne „Regionsübergreifende Wiederherstellung“ kommt dort niemand an sie heran, bis Azure für die eigene Region den Notfall erklärt. Ist sie eingeschaltet, stellen Sie dort jederzeit wieder her, auch zur Probe, während in der eigenen Region alles läuft.',
      en: 'A geo-redundant vault has its data in the paired region, too. Without Cross Region Restore, the data there can’t be reached until Azure declares a disaster in the vault’s own region. With it, you can restore there at any time, even for a rehearsal while everything in the vault’s own region is running.',
    },
    source: BACKUP_FAQ,
  },
} as const satisfies Readonly<Record<string, Lesson>>;

export type TaughtField = keyof typeof fieldLessons;
