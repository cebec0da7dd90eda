import { defineGroups, defineMessages } from '../define';

const nobody = { de: 'Niemand kann sich anmelden.', en: 'No one can sign in.' };
const refusedAll = {
  de: 'Die Anmeldung gelingt, und danach weist der Server jede Anfrage ab.',
  en: 'Signing in works, and then the server refuses every request.',
};
const nothing = {
  de: 'Man kann sich anmelden und sieht nichts: Der Server bekommt keine Token für Azure.',
  en: 'People can sign in and see nothing: the server gets no tokens for Azure.',
};

const enabled = defineGroups({
  sound: { seen: { de: 'Die Unternehmensanwendung ist eingeschaltet.', en: 'The enterprise application is enabled.' } },
  disabled: {
    seen: {
      de: 'In der Unternehmensanwendung ist die Anmeldung ausgeschaltet.',
      en: 'Sign-in is switched off in the enterprise application.',
    },
    means: nobody,
    fix: {
      de: 'Schalten Sie unter „Unternehmensanwendungen“, „Eigenschaften“ die Anmeldung für Benutzer ein.',
      en: 'Enable sign-in for users under “Enterprise applications”, “Properties”.',
    },
  },
  missing: {
    seen: { de: 'Im Mandanten gibt es dazu keine Unternehmensanwendung.', en: 'There is no enterprise application for it in the tenant.' },
    means: nobody,
    fix: {
      de: 'Erteilen Sie die Zustimmung des Administrators; dabei entsteht sie.',
      en: 'Grant administrator consent; that makes it.',
    },
  },
});

/** The tenant and both app registrations. */
export const signIn = defineMessages({
  tenant: {
    title: { de: 'Mandant', en: 'Tenant' },
    verdicts: {
      sound: { seen: { de: 'Der Anmeldedienst kennt {tenant}.', en: 'The sign-in service knows {tenant}.' } },
      unknown: {
        seen: { de: 'Der Anmeldedienst kennt {tenant} nicht.', en: 'The sign-in service does not know {tenant}.' },
        means: nobody,
        fix: {
          de: 'Setzen Sie TRESOR_TENANT_ID auf die Verzeichnis-ID aus Microsoft Entra („Übersicht“) und TRESOR_CLOUD auf dessen Cloud.',
          en: 'Set TRESOR_TENANT_ID to the directory ID in Microsoft Entra (“Overview”), and TRESOR_CLOUD to its cloud.',
        },
      },
    },
  },
  cloud: {
    title: { de: 'Cloud', en: 'Cloud' },
    verdicts: {
      sound: { seen: { de: 'Der Mandant gehört zu „{cloud}“.', en: 'The tenant belongs to “{cloud}”.' } },
      another: {
        seen: {
          de: 'Der Mandant gehört zu einer anderen Cloud: Er nennt {told}, eingestellt ist „{cloud}“.',
          en: 'The tenant belongs to another cloud: it names {told}, and “{cloud}” is set.',
        },
        means: nothing,
        fix: { de: 'Setzen Sie TRESOR_CLOUD auf die Cloud des Mandanten.', en: 'Set TRESOR_CLOUD to the cloud of the tenant.' },
      },
    },
  },
  issuer: {
    title: { de: 'Aussteller der Token', en: 'Issuer of tokens' },
    verdicts: {
      sound: { seen: { de: 'Er ist, wie eingestellt, {issuer}.', en: 'It is {issuer}, as is set.' } },
      another: {
        seen: { de: 'Er ist {told}; eingestellt ist {issuer}.', en: 'It is {told}; set is {issuer}.' },
        means: refusedAll,
        fix: { de: 'Nehmen Sie TRESOR_ISSUER heraus, oder setzen Sie es auf {told}.', en: 'Remove TRESOR_ISSUER, or set it to {told}.' },
      },
    },
  },
  'signing-keys': {
    title: { de: 'Schlüssel des Anmeldedienstes', en: 'Keys of the sign-in service' },
    verdicts: {
      sound: { seen: { de: '{count} Schlüssel zum Prüfen von Token gelesen.', en: '{count} keys for checking tokens were read.' } },
      none: {
        seen: { de: 'Unter {url} sind keine Schlüssel zu lesen ({reason}).', en: 'No keys can be read at {url} ({reason}).' },
        means: refusedAll,
        fix: { de: 'Nehmen Sie TRESOR_JWKS_URL heraus, oder berichtigen Sie es.', en: 'Remove TRESOR_JWKS_URL, or correct it.' },
      },
    },
  },
  'certificate-dates': {
    title: { de: 'Gültigkeit des Zertifikats', en: 'Dates of the certificate' },
    verdicts: {
      sound: { seen: { de: 'Es gilt bis {until}.', en: 'It is good until {until}.' } },
      none: { seen: { de: 'Der Server weist sich ohne Zertifikat aus.', en: 'The server proves itself without a certificate.' } },
      expired: {
        seen: { de: 'Es galt bis {until}.', en: 'It was good until {until}.' },
        means: nothing,
        fix: {
          de: 'Stellen Sie ein neues aus, laden Sie es in der App-Registrierung der API hoch, und setzen Sie TRESOR_API_CERTIFICATE und TRESOR_API_CERTIFICATE_KEY.',
          en: 'Make a new one, upload it to the app registration of the API, and set TRESOR_API_CERTIFICATE and TRESOR_API_CERTIFICATE_KEY.',
        },
      },
      soon: {
        seen: { de: 'Es läuft am {until} ab.', en: 'It expires on {until}.' },
        means: { de: 'Danach bekommt der Server keine Token mehr.', en: 'From then on the server gets no tokens.' },
        fix: {
          de: 'Stellen Sie jetzt ein neues aus, und laden Sie es neben dem alten hoch; dann tauschen Sie die Dateien.',
          en: 'Make a new one now and upload it beside the old one; then replace the files.',
        },
      },
      'not-yet': {
        seen: { de: 'Es gilt erst ab {from}.', en: 'It is good from {from} on only.' },
        means: nothing,
        fix: {
          de: 'Warten Sie bis dahin, nehmen Sie ein anderes, oder stellen Sie die Uhr.',
          en: 'Wait until then, take another one, or set the clock.',
        },
      },
    },
  },
  'managed-identity': {
    title: { de: 'Verwaltete Identität', en: 'Managed identity' },
    verdicts: {
      sound: { seen: { de: 'Dieser Computer hat sie.', en: 'This computer has it.' } },
      none: { seen: { de: 'Keine eingestellt.', en: 'None is set.' } },
      silent: {
        seen: { de: 'Dieser Computer gibt kein Token für sie ({reason}).', en: 'This computer gives no token for it ({reason}).' },
        means: nothing,
        fix: {
          de: 'Weisen Sie die Identität diesem Computer zu. Ist es keiner in Azure, nehmen Sie ein Zertifikat.',
          en: 'Assign the identity to this computer. Where it is none of Azure’s, use a certificate.',
        },
      },
    },
  },
  'api-registration': {
    title: { de: 'App-Registrierung der API', en: 'App registration of the API' },
    verdicts: {
      sound: { seen: { de: 'Der Mandant kennt {app}.', en: 'The tenant knows {app}.' } },
      unknown: {
        seen: { de: 'Der Mandant kennt {app} nicht.', en: 'The tenant does not know {app}.' },
        means: nobody,
        fix: {
          de: 'Setzen Sie TRESOR_API_CLIENT_ID auf die Anwendungs-ID der API, oder registrieren Sie sie.',
          en: 'Set TRESOR_API_CLIENT_ID to the application ID of the API, or register it.',
        },
      },
    },
  },
  'api-enabled': { title: { de: 'API im Mandanten eingeschaltet', en: 'API enabled in the tenant' }, verdicts: enabled },
  credential: {
    title: { de: 'Nachweis der API', en: 'Credential of the API' },
    verdicts: {
      sound: { seen: { de: 'Der Anmeldedienst nimmt ihn an.', en: 'The sign-in service accepts it.' } },
      refused: {
        seen: { de: 'Der Anmeldedienst nimmt ihn nicht an (AADSTS{code}).', en: 'The sign-in service does not accept it (AADSTS{code}).' },
        means: nothing,
        fix: {
          de: 'Laden Sie unter „Zertifikate & Geheimnisse“ der API genau das eingestellte Zertifikat hoch; bei einer verwalteten Identität legen Sie dort die Verbundanmeldeinformation an (Aussteller, Objekt-ID der Identität, Zielgruppe api://AzureADTokenExchange).',
          en: 'Upload exactly the certificate that is set under “Certificates & secrets” of the API; for a managed identity add the federated credential there (issuer, object ID of the identity, audience api://AzureADTokenExchange).',
        },
      },
    },
  },
  'token-version': {
    title: { de: 'Version der Token', en: 'Version of tokens' },
    verdicts: {
      sound: { seen: { de: 'Die API bekommt Token der Version 2.', en: 'The API gets tokens of version 2.' } },
      first: {
        seen: { de: 'Die API bekommt Token der Version {version}.', en: 'The API gets tokens of version {version}.' },
        means: refusedAll,
        fix: {
          de: 'Setzen Sie im Manifest der API „requestedAccessTokenVersion“ auf 2 (im älteren Manifest „accessTokenAcceptedVersion“).',
          en: 'Set “requestedAccessTokenVersion” to 2 in the manifest of the API (“accessTokenAcceptedVersion” in the older manifest).',
        },
      },
    },
  },
  'application-id-uri': {
    title: { de: 'Anwendungs-ID-URI', en: 'Application ID URI' },
    verdicts: {
      sound: { seen: { de: 'Sie ist {uri}.', en: 'It is {uri}.' } },
      missing: {
        seen: { de: '{uri} fehlt.', en: '{uri} is missing.' },
        means: nobody,
        fix: { de: 'Setzen Sie sie unter „Eine API verfügbar machen“ der API.', en: 'Set it under “Expose an API” of the API.' },
      },
    },
  },
  scope: {
    title: { de: 'Bereich access_as_user', en: 'Scope access_as_user' },
    verdicts: {
      sound: { seen: { de: 'Die API bietet ihn an.', en: 'The API exposes it.' } },
      missing: {
        seen: { de: 'Die API bietet ihn nicht an, oder er ist abgeschaltet.', en: 'The API does not expose it, or it is disabled.' },
        means: nobody,
        fix: {
          de: 'Fügen Sie unter „Eine API verfügbar machen“ den Bereich access_as_user hinzu, und aktivieren Sie ihn.',
          en: 'Add the scope access_as_user under “Expose an API”, and enable it.',
        },
      },
    },
  },
  'portal-registration': {
    title: { de: 'App-Registrierung des Portals', en: 'App registration of the portal' },
    verdicts: {
      sound: { seen: { de: 'Der Mandant kennt {app}.', en: 'The tenant knows {app}.' } },
      unknown: {
        seen: { de: 'Der Mandant kennt {app} nicht.', en: 'The tenant does not know {app}.' },
        means: nobody,
        fix: {
          de: 'Setzen Sie TRESOR_PORTAL_CLIENT_ID auf die Anwendungs-ID des Portals, oder registrieren Sie es.',
          en: 'Set TRESOR_PORTAL_CLIENT_ID to the application ID of the portal, or register it.',
        },
      },
    },
  },
  'portal-enabled': { title: { de: 'Portal im Mandanten eingeschaltet', en: 'Portal enabled in the tenant' }, verdicts: enabled },
  'redirect-uri': {
    title: { de: 'Umleitungs-URI', en: 'Redirect URI' },
    verdicts: {
      sound: {
        seen: { de: '{uri} ist als Single-Page-Webanwendung eingetragen.', en: '{uri} is registered as a single-page application.' },
      },
      missing: {
        seen: { de: '{uri} ist beim Portal nicht eingetragen.', en: '{uri} is not registered with the portal.' },
        means: nobody,
        fix: {
          de: 'Tragen Sie sie unter „Authentifizierung“ des Portals ein, Plattform „Single-Page-Webanwendung“.',
          en: 'Add it under “Authentication” of the portal, platform “Single-page application”.',
        },
      },
      'as-web': {
        seen: { de: '{uri} ist unter „Web“ eingetragen.', en: '{uri} is registered under “Web”.' },
        means: nobody,
        fix: {
          de: 'Verschieben Sie sie zur Plattform „Single-Page-Webanwendung“.',
          en: 'Move it to the platform “Single-page application”.',
        },
      },
    },
  },
  'pre-authorized': {
    title: { de: 'Portal bei der API zugelassen', en: 'Portal authorized at the API' },
    verdicts: {
      sound: { seen: { de: 'Die API lässt das Portal ohne Rückfrage zu.', en: 'The API lets the portal in without asking.' } },
      missing: {
        seen: {
          de: 'Das Portal steht nicht bei den autorisierten Clientanwendungen der API.',
          en: 'The portal is not among the authorized client applications of the API.',
        },
        means: {
          de: 'Jede und jeder wird um Zustimmung gebeten oder, wo das verboten ist, abgewiesen.',
          en: 'Everyone is asked for consent or, where that is forbidden, refused.',
        },
        fix: {
          de: 'Fügen Sie unter „Eine API verfügbar machen“ das Portal als autorisierte Clientanwendung mit access_as_user hinzu.',
          en: 'Add the portal under “Expose an API” as an authorized client application with access_as_user.',
        },
      },
    },
  },
});
