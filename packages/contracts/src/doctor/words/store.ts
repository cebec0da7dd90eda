import { defineMessages } from '../define';

const lost = {
  de: 'Aufträge, Zugriffsvergaben und das Befehlsprotokoll gehen verloren oder werden gar nicht erst angenommen.',
  en: 'Orders, grants of access and the record of commands get lost, or are not accepted at all.',
};

/** What must survive a restart. */
export const store = defineMessages({
  'store-folder': {
    title: { de: 'Datenordner beschreibbar', en: 'Data folder can be written' },
    verdicts: {
      sound: { seen: { de: 'In {folder} lässt sich schreiben.', en: '{folder} can be written.' } },
      shared: {
        seen: {
          de: 'In {folder} lässt sich schreiben; dort merkt sich der Server, in welcher Datenbank von PostgreSQL die Daten liegen.',
          en: '{folder} can be written; there the server remembers in which database of PostgreSQL the data are kept.',
        },
      },
      refused: {
        seen: { de: 'In {folder} lässt sich nicht schreiben ({reason}).', en: '{folder} cannot be written ({reason}).' },
        means: lost,
        fix: {
          de: 'Legen Sie den Ordner an, und geben Sie ihn dem Konto, unter dem der Server läuft; oder setzen Sie TRESOR_DATA auf einen anderen.',
          en: 'Make the folder and give it to the account the server runs as, or set TRESOR_DATA to another one.',
        },
      },
    },
  },
  'store-private': {
    title: { de: 'Datenordner geschützt', en: 'Data folder is private' },
    verdicts: {
      sound: { seen: { de: 'Andere Konten kommen nicht hinein.', en: 'Other accounts are shut out.' } },
      open: {
        seen: {
          de: 'Andere Konten dieses Computers kommen in {folder} hinein (Modus {mode}).',
          en: 'Other accounts of this computer can get into {folder} (mode {mode}).',
        },
        means: {
          de: 'Wer sich an diesem Computer anmeldet, kann lesen, wer wann was befohlen hat.',
          en: 'Anyone who signs in to this computer can read who ordered what and when.',
        },
        fix: {
          de: '„chmod 700 {folder}“; beim Start macht das der Server selbst, sofern ihm der Ordner gehört.',
          en: '“chmod 700 {folder}”; at its start the server does so itself where it owns the folder.',
        },
      },
    },
  },
  'store-space': {
    title: { de: 'Platz für Daten', en: 'Space for data' },
    verdicts: {
      sound: { seen: { de: '{free} MiB sind frei.', en: '{free} MiB are free.' } },
      short: {
        seen: { de: 'Nur {free} MiB sind frei; {least} MiB sollten es sein.', en: 'Only {free} MiB are free; it should be {least} MiB.' },
        means: lost,
        fix: {
          de: 'Schaffen Sie Platz, oder setzen Sie TRESOR_DATA auf ein größeres Laufwerk.',
          en: 'Make room, or set TRESOR_DATA to a larger volume.',
        },
      },
    },
  },
  'store-lasting': {
    title: { de: 'Daten überdauern', en: 'Data last' },
    verdicts: {
      sound: { seen: { de: 'Der Ordner liegt auf einem Datenträger dieses Computers.', en: 'The folder is on a disk of this computer.' } },
      memory: {
        seen: { de: '{folder} liegt im Arbeitsspeicher (tmpfs).', en: '{folder} is in memory (tmpfs).' },
        means: { de: 'Nach einem Neustart des Computers ist alles weg.', en: 'When the computer restarts, all of it is gone.' },
        fix: { de: 'Setzen Sie TRESOR_DATA auf einen Ordner eines Datenträgers.', en: 'Set TRESOR_DATA to a folder on a disk.' },
      },
      network: {
        seen: { de: '{folder} liegt auf einem Netzlaufwerk ({kind}).', en: '{folder} is on a network share ({kind}).' },
        means: {
          de: 'Sperren gelten dort nicht verlässlich; die Datei kann beschädigt werden.',
          en: 'Locks cannot be relied on there; the file may get damaged.',
        },
        fix: {
          de: 'Nehmen Sie einen Datenträger des Computers, oder DATABASE_URL für mehrere Server.',
          en: 'Take a disk of the computer, or DATABASE_URL for several servers.',
        },
      },
    },
  },
  'store-file': {
    title: { de: 'Datendatei', en: 'Data file' },
    verdicts: {
      sound: { seen: { de: 'Sie ist heil und von dieser Version.', en: 'It is whole and of this version.' } },
      none: { seen: { de: 'Es gibt noch keine; der erste Start legt sie an.', en: 'There is none yet; the first start makes it.' } },
      refused: {
        seen: { de: 'Sie lässt sich nicht verwenden: {reason}', en: 'It cannot be used: {reason}' },
        means: { de: 'Der Server startet nicht.', en: 'The server does not start.' },
        fix: {
          de: 'Spielen Sie {file} aus Ihrer Sicherung zurück, oder verschieben Sie die Datei, um leer zu beginnen. Ist sie von einer neueren Version, nehmen Sie diese.',
          en: 'Put {file} back from your backup, or move it away to start with an empty one. Where a newer version wrote it, use that version.',
        },
      },
    },
  },
  'store-shared': {
    title: { de: 'Gemeinsame Datenbank (PostgreSQL)', en: 'Shared database (PostgreSQL)' },
    verdicts: {
      sound: { seen: { de: 'PostgreSQL antwortet und nimmt Aufträge an.', en: 'PostgreSQL answers and takes orders.' } },
      none: { seen: { de: 'Keine eingestellt: Ein Server genügt sich selbst.', en: 'None is set: one server keeps its own.' } },
      silent: {
        seen: { de: 'PostgreSQL unter {host} ist nicht zu gebrauchen ({reason}).', en: 'PostgreSQL at {host} cannot be used ({reason}).' },
        means: lost,
        fix: {
          de: 'Prüfen Sie Adresse, Benutzer, Kennwort und Zertifikat in DATABASE_URL und die Firewall. Die Datenbank wird nie über den Proxy erreicht.',
          en: 'Check address, user, password and certificate of DATABASE_URL, and the firewall. The database is never reached through the proxy.',
        },
      },
      standby: {
        seen: { de: 'PostgreSQL unter {host} lässt nur lesen.', en: 'PostgreSQL at {host} can only be read.' },
        means: lost,
        fix: {
          de: 'Lassen Sie DATABASE_URL auf den Server zeigen, auf dem geschrieben wird.',
          en: 'Let DATABASE_URL lead to the server that is written to.',
        },
      },
      'no-rights': {
        seen: {
          de: 'Das Konto {account} darf in PostgreSQL unter {host} die Tabellen nicht anlegen oder nicht in sie schreiben.',
          en: 'The account {account} may not make the tables in PostgreSQL at {host}, or not write in them.',
        },
        means: lost,
        fix: {
          de: 'Machen Sie {account} zum Eigentümer der Datenbank („ALTER DATABASE … OWNER TO“) und jeder ihrer Tabellen („ALTER TABLE … OWNER TO“). Wurden sie unter einem anderen Konto zurückgespielt, spielen Sie sie unter diesem zurück.',
          en: 'Make {account} the owner of the database (“ALTER DATABASE … OWNER TO”) and of each of its tables (“ALTER TABLE … OWNER TO”). Where they were put back under another account, put them back under this one.',
        },
      },
      replaced: {
        seen: {
          de: 'PostgreSQL unter {host} hält nicht die Datenbank, in der dieser Server bisher Aufträge aufbewahrt hat.',
          en: 'PostgreSQL at {host} does not hold the database in which this server has kept orders until now.',
        },
        means: {
          de: 'Aufträge werden abgelehnt: Was hier fehlt, kann ausgeführt worden sein und würde sonst ein zweites Mal ausgeführt.',
          en: 'Orders are refused: what is missing here may have been carried out, and would be carried out again.',
        },
        fix: {
          de: 'Spielen Sie die Datenbank aus Ihrer Sicherung zurück. Ist sie verloren: Sehen Sie in Azure nach, was läuft, löschen Sie „installation“ in {folder} auf jedem Server, und starten Sie ihn neu.',
          en: 'Put the database back from your backup. Where it is lost: look in Azure for what runs, delete “installation” in {folder} of each server, and start it again.',
        },
      },
      newer: {
        seen: {
          de: 'Eine neuere Version von Tresor hat die Datenbank unter {host} auf ihren Stand gebracht.',
          en: 'A newer version of Tresor has brought the database at {host} forward.',
        },
        means: {
          de: 'Dieser Server nimmt keine Aufträge mehr an, denn er versteht die Datenbank nicht mehr.',
          en: 'This server accepts no more orders, as it no longer understands the database.',
        },
        fix: {
          de: 'Starten Sie auch diesen Server mit der neuen Version. Wollen Sie zurück: Beenden Sie die neue, und rufen Sie mit ihr „npm run store -- back“ auf.',
          en: 'Start this server with the new version, too. To go back: stop the new one, and run “npm run store -- back” with it.',
        },
      },
    },
  },
});
