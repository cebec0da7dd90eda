import { defineGroups, defineMessages, type Text } from '../define';

const noAzure = {
  de: 'Der Server erreicht Azure nicht: Niemand kann sich anmelden, und nichts lässt sich lesen.',
  en: 'The server does not reach Azure: no one can sign in, and nothing can be read.',
};
const noProxy = defineGroups({
  seen: { de: 'Kein Proxy ist eingestellt, oder NO_PROXY nimmt alle Hosts aus.', en: 'No proxy is set, or NO_PROXY excepts all hosts.' },
});
const reach = (means: Text) =>
  defineGroups({
    sound: { seen: { de: 'Erreicht: {host}.', en: 'Reached: {host}.' } },
    closed: {
      seen: { de: '{host} ist nicht zu erreichen ({reason}).', en: '{host} cannot be reached ({reason}).' },
      means,
      fix: {
        de: 'Geben Sie {host}, Port 443, in Proxy und Firewall frei. TRESOR_CLOUD muss die Cloud Ihres Mandanten nennen.',
        en: 'Let {host}, port 443, through proxy and firewall. TRESOR_CLOUD has to name the cloud of your tenant.',
      },
    },
  });

/** The way out of the server. */
export const network = defineMessages({
  'proxy-name': {
    title: { de: 'Name des Proxys', en: 'Name of the proxy' },
    verdicts: {
      sound: { seen: { de: '{host} hat eine Adresse.', en: '{host} has an address.' } },
      none: noProxy,
      unknown: {
        seen: { de: 'Den Namen {host} kennt hier niemand ({reason}).', en: 'The name {host} isn’t known here ({reason}).' },
        means: noAzure,
        fix: {
          de: 'Berichtigen Sie HTTPS_PROXY, oder tragen Sie den Namen bei Ihren Namensservern ein.',
          en: 'Correct HTTPS_PROXY, or add the name to your name servers.',
        },
      },
    },
  },
  'proxy-connection': {
    title: { de: 'Verbindung zum Proxy', en: 'Connection to the proxy' },
    verdicts: {
      sound: { seen: { de: '{proxy} nimmt Verbindungen an.', en: '{proxy} takes connections.' } },
      none: noProxy,
      closed: {
        seen: { de: '{proxy} nimmt keine Verbindung an ({reason}).', en: '{proxy} takes no connection ({reason}).' },
        means: noAzure,
        fix: {
          de: 'Prüfen Sie Name und Port in HTTPS_PROXY, ob der Proxy läuft, und die Firewall dazwischen.',
          en: 'Check name and port in HTTPS_PROXY, whether the proxy runs, and the firewall between.',
        },
      },
    },
  },
  'proxy-passage': {
    title: { de: 'Durchlass des Proxys', en: 'Passage through the proxy' },
    verdicts: {
      sound: { seen: { de: 'Er lässt zu {host} durch.', en: 'It lets through to {host}.' } },
      none: noProxy,
      denied: {
        seen: {
          de: 'Der Proxy lässt nicht zu {host} durch (Status {status}).',
          en: 'The proxy does not let through to {host} (status {status}).',
        },
        means: noAzure,
        fix: {
          de: 'Status 407: Der Proxy will eine Anmeldung; Name und Kennwort gehören in HTTPS_PROXY (Basic, nicht NTLM oder Kerberos). Sonst geben Sie dort die Hosts dieser Cloud frei.',
          en: 'Status 407: the proxy wants a sign-in; name and password belong in HTTPS_PROXY (Basic, not NTLM or Kerberos). Otherwise let the hosts of this cloud through there.',
        },
      },
    },
  },
  names: {
    title: { de: 'Namen von Azure', en: 'Names of Azure' },
    verdicts: {
      sound: { seen: { de: 'Die Namensserver kennen {hosts}.', en: 'The name servers know {hosts}.' } },
      proxied: { seen: { de: 'Die Namen löst der Proxy auf.', en: 'The proxy resolves the names.' } },
      unknown: {
        seen: { de: 'Die Namensserver kennen nicht: {hosts}.', en: 'The name servers do not know: {hosts}.' },
        means: noAzure,
        fix: {
          de: 'Erlauben Sie dem Server Namensserver, die öffentliche Namen kennen, oder stellen Sie HTTPS_PROXY ein.',
          en: 'Give the server name servers that know public names, or set HTTPS_PROXY.',
        },
      },
    },
  },
  trust: {
    title: { de: 'Vertraute Zertifizierungsstellen', en: 'Trusted authorities' },
    verdicts: {
      sound: { seen: { de: 'Alle Gegenstellen weisen sich aus.', en: 'All servers prove who they are.' } },
      foreign: {
        seen: {
          de: '{host} weist sich mit einem Zertifikat aus, dem hier niemand vertraut ({reason}).',
          en: '{host} proves itself with a certificate that isn’t trusted here ({reason}).',
        },
        means: noAzure,
        fix: {
          de: 'Öffnet Ihr Proxy TLS, legen Sie das Zertifikat seiner Zertifizierungsstelle (PEM) in eine Datei, und setzen Sie NODE_EXTRA_CA_CERTS darauf. Tut er das nicht, antwortet dort nicht Azure.',
          en: 'Where your proxy looks into TLS, put the certificate of its authority (PEM) into a file and set NODE_EXTRA_CA_CERTS to it. Where it does not, it is not Azure that answers.',
        },
      },
    },
  },
  tls: {
    title: { de: 'Version von TLS', en: 'Version of TLS' },
    verdicts: {
      sound: { seen: { de: 'Gesprochen wird {protocol}.', en: '{protocol} is spoken.' } },
      old: {
        seen: { de: '{host} spricht kein TLS ab 1.2 ({reason}).', en: '{host} speaks no TLS from 1.2 on ({reason}).' },
        means: noAzure,
        fix: {
          de: 'Azure spricht mindestens TLS 1.2: Dazwischen steht ein Gerät mit älterem TLS. Aktualisieren Sie es, oder nehmen Sie die Hosts von Azure dort aus.',
          en: 'Azure speaks TLS 1.2 at least: between stands something with an older TLS. Update it, or let the hosts of Azure pass it unopened.',
        },
      },
    },
  },
  'reach-sign-in': {
    title: { de: 'Anmeldedienst erreichbar', en: 'Sign-in service in reach' },
    verdicts: reach({ de: 'Niemand kann sich anmelden.', en: 'No one can sign in.' }),
  },
  'reach-resource-manager': {
    title: { de: 'Resource Manager erreichbar', en: 'Resource Manager in reach' },
    verdicts: reach({
      de: 'Computer, Tresore und Sicherungen lassen sich weder lesen noch ändern.',
      en: 'Machines, vaults and backups can be neither read nor changed.',
    }),
  },
  'reach-graph': {
    title: { de: 'Microsoft Graph erreichbar', en: 'Microsoft Graph in reach' },
    verdicts: reach({
      de: 'Der Dienst Azure Backup wird nicht gefunden: Der Zugriff auf Schlüsseltresore lässt sich nicht erteilen.',
      en: 'The Backup service is not found: access to key vaults cannot be granted.',
    }),
  },
  clock: {
    title: { de: 'Uhr des Servers', en: 'Clock of the server' },
    verdicts: {
      sound: {
        seen: {
          de: 'Sie weicht {seconds} Sekunden von der des Anmeldedienstes ab.',
          en: 'It is {seconds} seconds off the sign-in service’s.',
        },
      },
      wrong: {
        seen: {
          de: 'Sie weicht {minutes} Minuten von der des Anmeldedienstes ab.',
          en: 'It is {minutes} minutes off the sign-in service’s.',
        },
        means: {
          de: 'Ab fünf Minuten gelten Anmeldungen nicht mehr; der Server lässt dann niemanden herein.',
          en: 'From five minutes on, sign-ins no longer count, and the server lets no one in.',
        },
        fix: { de: 'Gleichen Sie die Uhr ab (NTP).', en: 'Synchronize the clock (NTP).' },
      },
    },
  },
});
