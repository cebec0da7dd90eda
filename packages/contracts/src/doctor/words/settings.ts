import { defineMessages } from '../define';

/** Settings of the server, and what stands before it. */
export const settings = defineMessages({
  settings: {
    title: { de: 'Einstellungen', en: 'Settings' },
    verdicts: {
      sound: { seen: { de: 'Der Server würde mit ihnen starten.', en: 'The server would start with them.' } },
      refused: {
        seen: { de: 'Der Server startet mit ihnen nicht: {problems}', en: 'The server does not start with them: {problems}' },
        means: {
          de: 'Niemand kann das Portal öffnen, und alles Weitere lässt sich nicht prüfen.',
          en: 'No one can open the portal, and nothing else can be checked.',
        },
        fix: {
          de: 'Setzen Sie die genannten Umgebungsvariablen; docs/operations.md beschreibt jede unter „Settings“.',
          en: 'Set the environment variables named; docs/operations.md describes each under “Settings”.',
        },
      },
    },
  },
  build: {
    title: { de: 'Gebaute Oberfläche', en: 'Built portal' },
    verdicts: {
      sound: { seen: { de: 'Seite, Anmeldeseite und Texte sind da.', en: 'Page, sign-in page and texts are there.' } },
      incomplete: {
        seen: { de: 'In {folder} fehlt: {files}.', en: 'Missing in {folder}: {files}.' },
        means: {
          de: 'Das Portal lädt nicht, oder die Anmeldung endet auf einer leeren Seite.',
          en: 'The portal does not load, or signing in ends on an empty page.',
        },
        fix: {
          de: 'Bauen Sie mit „npm run build“ neu, und setzen Sie TRESOR_PORTAL_DIR nur, wenn die Oberfläche woanders liegt.',
          en: 'Build again with “npm run build”, and set TRESOR_PORTAL_DIR only where the portal lies elsewhere.',
        },
      },
    },
  },
  'caller-address': {
    title: { de: 'Adressen der Aufrufer', en: 'Addresses of callers' },
    verdicts: {
      sound: {
        seen: {
          de: 'Den Weg davor nennt TRESOR_TRUSTED_PROXIES.',
          en: 'What stands in front of the server is named in TRESOR_TRUSTED_PROXIES.',
        },
      },
      hidden: {
        seen: {
          de: 'Der Server lauscht nur auf diesem Computer ({host}), und TRESOR_TRUSTED_PROXIES ist leer.',
          en: 'The server listens on this computer alone ({host}), and TRESOR_TRUSTED_PROXIES is empty.',
        },
        means: {
          de: 'Alle Anfragen scheinen von derselben Adresse zu kommen: Wer zu oft anfragt, sperrt andere mit aus.',
          en: 'All requests seem to come from one address: anybody who asks too often locks others out, too.',
        },
        fix: {
          de: 'Tragen Sie in TRESOR_TRUSTED_PROXIES die Adresse des Dienstes ein, der davor TLS beendet, etwa 127.0.0.1 oder ::1.',
          en: 'Put the address of what ends TLS in front of the server in TRESOR_TRUSTED_PROXIES, such as 127.0.0.1 or ::1.',
        },
      },
    },
  },
  'public-address': {
    title: { de: 'Öffentliche Adresse', en: 'Public address' },
    verdicts: {
      sound: { seen: { de: 'Unter {origin} antwortet Tresor.', en: 'Tresor answers at {origin}.' } },
      unanswered: {
        seen: { de: 'Unter {origin} antwortet niemand ({reason}).', en: 'No one answers at {origin} ({reason}).' },
        means: {
          de: 'Von diesem Computer aus ist das Portal nicht zu öffnen. Läuft der Server noch nicht, ist das zu erwarten.',
          en: 'The portal cannot be opened from this computer. Where the server is not started yet, this is to be expected.',
        },
        fix: {
          de: 'Starten Sie den Server, prüfen Sie den Namenseintrag und den Dienst davor; führt der Name an Ihrem Proxy vorbei, gehört er in NO_PROXY.',
          en: 'Start the server, check the name’s record and what stands before it; where the name does not go through your proxy, it belongs in NO_PROXY.',
        },
      },
      'another-host': {
        seen: {
          de: 'Unter {origin} antwortet etwas anderes, oder der Dienst davor gibt den Namen nicht weiter (Status {status}).',
          en: 'Something else answers at {origin}, or what stands in front of the server does not pass the name on (status {status}).',
        },
        means: { de: 'Browser bekommen eine Absage statt des Portals.', en: 'Browsers get a refusal in place of the portal.' },
        fix: {
          de: 'Lassen Sie den Dienst davor den Header „Host“ unverändert weitergeben, und vergleichen Sie TRESOR_PUBLIC_ORIGIN mit der Adresse, die Ihre Leute öffnen.',
          en: 'Let what stands in front of the server pass the Host header on unchanged, and compare TRESOR_PUBLIC_ORIGIN with the address people open.',
        },
      },
    },
  },
  'page-protection': {
    title: { de: 'Schutz der Seite', en: 'Protection of the page' },
    verdicts: {
      sound: {
        seen: {
          de: 'Die Sicherheitsheader des Servers kommen im Browser an.',
          en: 'The security headers of the server reach the browser.',
        },
      },
      lost: {
        seen: {
          de: 'Diese Header des Servers kommen nicht oder verändert an: {headers}.',
          en: 'These headers of the server do not arrive, or arrive changed: {headers}.',
        },
        means: {
          de: 'Browser schützen die Seite weniger gegen fremden Code und Einbettung, als der Server es verlangt.',
          en: 'Browsers protect the page less against foreign code and framing than the server demands.',
        },
        fix: {
          de: 'Lassen Sie den Dienst davor die Header des Servers unverändert weitergeben.',
          en: 'Let what stands in front of the server pass the server’s headers on unchanged.',
        },
      },
    },
  },
  cookies: {
    title: { de: 'Cookies', en: 'Cookies' },
    verdicts: {
      none: {
        seen: {
          de: 'Weder der Server noch etwas davor setzt welche; Rechte gibt keiner.',
          en: 'Neither the server nor anything before it sets any; none gives rights.',
        },
      },
      sound: {
        seen: {
          de: 'Etwas vor dem Server setzt {count}, nur für diesen Host, mit Secure und SameSite; Rechte gibt keiner.',
          en: 'Something in front of the server sets {count}, for this host alone, with Secure and SameSite; none gives rights.',
        },
      },
      unprotected: {
        seen: {
          de: 'Etwas vor dem Server setzt den Cookie „{cookie}“ ohne {lacks}.',
          en: 'Something in front of the server sets the cookie “{cookie}” without {lacks}.',
        },
        means: {
          de: 'Browser schicken ihn auch unverschlüsselt oder auf Veranlassung fremder Seiten mit. In Tresor gibt kein Cookie Rechte; bei dem, was ihn setzt, vielleicht schon.',
          en: 'Browsers send it without encryption, or when other sites ask, too. No cookie gives rights in Tresor; with what sets it, it may.',
        },
        fix: {
          de: 'Lassen Sie den Dienst davor seine Cookies mit Secure und SameSite=Lax oder Strict setzen, am besten unter einem Namen, der mit __Host- beginnt.',
          en: 'Let what stands in front of the server set its cookies with Secure and SameSite=Lax or Strict, best under a name that begins with __Host-.',
        },
      },
      wide: {
        seen: {
          de: 'Etwas vor dem Server setzt den Cookie „{cookie}“ für {domain} und alles darunter.',
          en: 'Something in front of the server sets the cookie “{cookie}” for {domain} and everything below.',
        },
        means: {
          de: 'Jeder andere Server Ihrer Organisation unter diesem Namen bekommt ihn und kann ihn überschreiben.',
          en: 'Any other server of your organization below that name gets it and can overwrite it.',
        },
        fix: {
          de: 'Lassen Sie den Dienst davor das Attribut Domain weglassen, am besten unter einem Namen, der mit __Host- beginnt.',
          en: 'Let what stands in front of the server leave out the attribute Domain, best under a name that begins with __Host-.',
        },
      },
    },
  },
});
