import { defineGroups, defineMessages } from '../define';

const grants = defineGroups({
  sound: { seen: { de: 'Der Administrator hat für alle zugestimmt.', en: 'An administrator has consented for everyone.' } },
  missing: {
    seen: { de: 'Die Zustimmung zu „{scope}“ fehlt.', en: 'Consent to “{scope}” is missing.' },
    means: {
      de: 'Was dieser Dienst weiß oder tut, bleibt allen verschlossen.',
      en: 'What this service knows or does stays closed to everyone.',
    },
    fix: {
      de: 'Fügen Sie unter „API-Berechtigungen“ der API die delegierte Berechtigung {scope} hinzu, und erteilen Sie die Administratorzustimmung.',
      en: 'Add the delegated permission {scope} under “API permissions” of the API, and grant admin consent.',
    },
  },
});

const exchanges = defineGroups({
  sound: { seen: { de: 'Das Token der angemeldeten Person wurde eingetauscht.', en: 'The token of the person signed in was exchanged.' } },
  'no-consent': {
    seen: { de: 'Der Anmeldedienst verlangt erst eine Zustimmung.', en: 'The sign-in service demands consent first.' },
    means: { de: 'Was dieser Dienst weiß oder tut, bleibt verschlossen.', en: 'What this service knows or does stays closed.' },
    fix: { de: 'Erteilen Sie der API die Administratorzustimmung für diesen Dienst.', en: 'Grant the API admin consent for this service.' },
  },
  'step-up': {
    seen: {
      de: 'Der Anmeldedienst verlangt einen weiteren Nachweis (bedingter Zugriff).',
      en: 'The sign-in service demands further proof (Conditional Access).',
    },
    means: {
      de: 'Wer den Dienst braucht, wird danach gefragt; Läufe ohne Person halten dann an.',
      en: 'People who need the service are asked for it; runs without a person then stop.',
    },
    fix: {
      de: 'Ist das gewollt, ist nichts zu tun. Sonst prüfen Sie die Richtlinien für diesen Dienst.',
      en: 'Where that is meant, nothing is to be done. Otherwise look at the policies for this service.',
    },
  },
  refused: {
    seen: {
      de: 'Der Anmeldedienst tauscht das Token nicht ein ({code}).',
      en: 'The sign-in service does not exchange the token ({code}).',
    },
    means: { de: 'Was dieser Dienst weiß oder tut, bleibt verschlossen.', en: 'What this service knows or does stays closed.' },
    fix: { de: 'Sehen Sie in den Anmeldeprotokollen des Mandanten nach.', en: 'Look into the sign-in logs of the tenant.' },
  },
});

const provider = defineGroups({
  sound: {
    seen: {
      de: 'In allen Abonnements registriert, die Sie sehen ({count}).',
      en: 'Registered in all subscriptions you can see ({count}).',
    },
  },
  missing: {
    seen: { de: '{provider} ist noch nicht registriert in: {subscriptions}.', en: '{provider} is not registered yet in: {subscriptions}.' },
    means: {
      de: 'Dort scheitert, was diesen Anbieter braucht, mit MissingSubscriptionRegistration.',
      en: 'There, whatever needs this provider fails with MissingSubscriptionRegistration.',
    },
    fix: {
      de: '„az provider register --namespace {provider} --subscription …“. Azure braucht dafür bis zu zehn Minuten: Ist es schon geschehen, prüfen Sie später noch einmal.',
      en: '“az provider register --namespace {provider} --subscription …”. This takes Azure up to ten minutes: if it has been done already, check again later.',
    },
  },
});

/** What Azure allows the API, the person and the Backup service. */
export const azure = defineMessages({
  'consent-resource-manager': { title: { de: 'Zustimmung: Resource Manager', en: 'Consent: Resource Manager' }, verdicts: grants },
  'consent-key-vault': { title: { de: 'Zustimmung: Key Vault', en: 'Consent: Key Vault' }, verdicts: grants },
  'consent-storage': { title: { de: 'Zustimmung: Storage', en: 'Consent: Storage' }, verdicts: grants },
  'consent-graph': { title: { de: 'Zustimmung: Microsoft Graph', en: 'Consent: Microsoft Graph' }, verdicts: grants },
  'backup-service': {
    title: { de: 'Dienstprinzipal von Azure Backup', en: 'Service principal of Azure Backup' },
    verdicts: {
      sound: { seen: { de: 'Der Mandant kennt den Backup Management Service.', en: 'The tenant knows the Backup Management Service.' } },
      missing: {
        seen: {
          de: 'Der Mandant kennt den Backup Management Service nicht.',
          en: 'The tenant does not know the Backup Management Service.',
        },
        means: {
          de: 'Ihm lässt sich kein Zugriff auf Schlüsseltresore erteilen; verschlüsselte Computer werden nicht gesichert.',
          en: 'It cannot be given access to key vaults; encrypted machines are not backed up.',
        },
        fix: {
          de: 'Registrieren Sie Microsoft.RecoveryServices in einem Abonnement; dabei entsteht er.',
          en: 'Register Microsoft.RecoveryServices in a subscription; that makes it.',
        },
      },
    },
  },
  'exchange-resource-manager': {
    title: { de: 'Token im Namen der Person: Resource Manager', en: 'Token on behalf of the person: Resource Manager' },
    verdicts: exchanges,
  },
  'exchange-key-vault': {
    title: { de: 'Token im Namen der Person: Key Vault', en: 'Token on behalf of the person: Key Vault' },
    verdicts: exchanges,
  },
  'exchange-storage': {
    title: { de: 'Token im Namen der Person: Storage', en: 'Token on behalf of the person: Storage' },
    verdicts: exchanges,
  },
  'exchange-graph': {
    title: { de: 'Token im Namen der Person: Microsoft Graph', en: 'Token on behalf of the person: Microsoft Graph' },
    verdicts: exchanges,
  },
  subscriptions: {
    title: { de: 'Abonnements', en: 'Subscriptions' },
    verdicts: {
      sound: { seen: { de: 'Sie sehen {count}.', en: 'You can see {count}.' } },
      none: {
        seen: { de: 'Sie sehen keines, das eingeschaltet ist.', en: 'You can see none that is enabled.' },
        means: { de: 'Das Portal bleibt für Sie leer.', en: 'The portal stays empty for you.' },
        fix: {
          de: 'Lassen Sie sich wenigstens die Rolle „Leser“ in einem Abonnement geben.',
          en: 'Have yourself given at least the role “Reader” in a subscription.',
        },
      },
    },
  },
  'provider-recovery-services': {
    title: { de: 'Anbieter Microsoft.RecoveryServices', en: 'Provider Microsoft.RecoveryServices' },
    verdicts: provider,
  },
  'provider-compute': { title: { de: 'Anbieter Microsoft.Compute', en: 'Provider Microsoft.Compute' }, verdicts: provider },
  'provider-key-vault': { title: { de: 'Anbieter Microsoft.KeyVault', en: 'Provider Microsoft.KeyVault' }, verdicts: provider },
  'provider-storage': { title: { de: 'Anbieter Microsoft.Storage', en: 'Provider Microsoft.Storage' }, verdicts: provider },
  'provider-network': { title: { de: 'Anbieter Microsoft.Network', en: 'Provider Microsoft.Network' }, verdicts: provider },
  rights: {
    title: { de: 'Ihre Rechte', en: 'Your rights' },
    verdicts: {
      sound: {
        seen: { de: 'Sie dürfen in {subscriptions} sichern und wiederherstellen.', en: 'You can back up and restore in {subscriptions}.' },
      },
      lacking: {
        seen: {
          de: 'In keinem Abonnement dürfen Sie alles, was Sichern und Wiederherstellen braucht; es fehlt etwa: {actions}.',
          en: 'You don’t have permission for all that backing up and restoring need in any subscription; missing, for example: {actions}.',
        },
        means: {
          de: 'Solche Befehle zeigt Ihnen das Portal abgeblendet und sagt, warum.',
          en: 'The portal shows you such commands disabled and says why.',
        },
        fix: {
          de: 'Die Rollen „Sicherungsmitwirkender“ und „Mitwirkender für virtuelle Computer“ genügen.',
          en: 'The roles “Backup Contributor” and “Virtual Machine Contributor” suffice.',
        },
      },
    },
  },
  'backup-access': {
    title: { de: 'Zugriff von Azure Backup auf Schlüsseltresore', en: 'Access of Azure Backup to key vaults' },
    verdicts: {
      sound: {
        seen: {
          de: 'Er besteht bei {granted} von {all} Schlüsseltresoren, die Sie sehen.',
          en: 'There is access to {granted} of {all} key vaults you can see.',
        },
      },
      none: { seen: { de: 'Sie sehen keine Schlüsseltresore.', en: 'You can see no key vaults.' } },
      nowhere: {
        seen: {
          de: 'Bei keinem der {all} Schlüsseltresore, die Sie sehen, hat Azure Backup den Zugriff, den es braucht.',
          en: 'Azure Backup has the access it needs to none of the {all} key vaults you can see.',
        },
        means: { de: 'Keine Sicherung eines verschlüsselten Computers gelingt.', en: 'No backup of an encrypted machine succeeds.' },
        fix: {
          de: 'Öffnen Sie „Sicherungsbereitschaft“; dort lässt sich der Zugriff erteilen.',
          en: 'Open “Backup readiness”; access can be granted there.',
        },
      },
    },
  },
  'reach-key-vaults': {
    title: { de: 'Schlüsseltresore erreichbar', en: 'Key vaults in reach' },
    verdicts: {
      sound: { seen: { de: 'Alle {count} gefragten antworten.', en: 'All {count} that were asked answer.' } },
      none: { seen: { de: 'Sie sehen keine.', en: 'You can see none.' } },
      closed: {
        seen: { de: 'Nicht zu erreichen: {hosts}.', en: 'Out of reach: {hosts}.' },
        means: {
          de: 'Schlüssel und Geheimnisse dort lassen sich weder prüfen noch wiederherstellen.',
          en: 'Keys and secrets there can be neither checked nor restored.',
        },
        fix: {
          de: 'Geben Sie die Hosts im Proxy frei; bei privaten Endpunkten gehören sie in NO_PROXY und müssen zu ihren privaten Adressen führen.',
          en: 'Let the hosts through the proxy; with private endpoints they belong in NO_PROXY and have to lead to their private addresses.',
        },
      },
    },
  },
  'reach-storage': {
    title: { de: 'Speicherkonten erreichbar', en: 'Storage accounts in reach' },
    verdicts: {
      sound: { seen: { de: 'Alle {count} gefragten antworten.', en: 'All {count} that were asked answer.' } },
      none: { seen: { de: 'Sie sehen keine.', en: 'You can see none.' } },
      closed: {
        seen: { de: 'Nicht zu erreichen: {hosts}.', en: 'Out of reach: {hosts}.' },
        means: {
          de: 'Was eine Wiederherstellung dort ablegt, lässt sich weder lesen noch aufräumen: Aus den Datenträgern entsteht kein Computer.',
          en: 'What a restore puts there can be neither read nor cleaned up: no machine is made of the disks.',
        },
        fix: {
          de: 'Geben Sie die Hosts im Proxy frei; bei privaten Endpunkten gehören sie in NO_PROXY und müssen zu ihren privaten Adressen führen.',
          en: 'Let the hosts through the proxy; with private endpoints they belong in NO_PROXY and have to lead to their private addresses.',
        },
      },
    },
  },
});
