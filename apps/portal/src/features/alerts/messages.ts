import { defineMessages } from '../../language/messages';
import { titles } from '../../map/map';

export const messages = defineMessages({
  filter: { de: 'Tresore filtern', en: 'Filter vaults' },
  vault: { de: 'Tresor', en: 'Vault' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  state: { de: 'Warnungen erreichen', en: 'Alerts reach' },
  rules: { de: 'Warnungs\u00ADverarbeitungs\u00ADregeln', en: 'Alert processing rules' },
  groups: { de: 'Aktionsgruppen', en: 'Action groups' },
  none: { de: '–', en: '–' },
  show: { de: 'Anzeigen', en: 'Show' },
  all: { de: 'Alle', en: 'All' },
  silent: { de: 'Deren Warnungen niemanden erreichen', en: 'Whose alerts reach no one' },
  about: {
    de: 'Azure Backup löst in Azure Monitor eine Warnung aus, wenn ein Auftrag fehlschlägt. Verschickt wird sie erst, wenn eine Warnungsverarbeitungsregel eine Aktionsgruppe mit Empfängern hinzufügt. Andere Wege sieht diese Liste nicht: Metrikwarnungen, und Protokollwarnungen über einen Log Analytics-Arbeitsbereich, in den Diagnoseeinstellungen schreiben.',
    en: 'Azure Backup raises an alert in Azure Monitor when a job fails. It’s sent only if an alert processing rule adds an action group with receivers. This list doesn’t look at other ways: metric alerts, and log alerts over a Log Analytics workspace that diagnostic settings write to.',
  },
  empty: { de: 'Es gibt keinen Tresor, den Sie sehen dürfen.', en: 'There are no vaults that you can see.' },
  emptyInGroup: {
    de: 'In dieser Verwaltungsgruppe gibt es keinen Tresor, den Sie sehen dürfen.',
    en: 'There are no vaults in this management group that you can see.',
  },
  emptyFilter: { de: 'Kein Tresor passt zur Auswahl.', en: 'No vaults match the selection.' },
  script: { de: 'Skript', en: 'Script' },
  noSilent: { de: 'Sie sehen keinen Tresor, dessen Warnungen niemanden erreichen.', en: 'You see no vaults whose alerts reach no one.' },
  noSilentHere: {
    de: 'In dieser Auswahl gibt es keinen Tresor, dessen Warnungen niemanden erreichen.',
    en: 'In this selection, there are no vaults whose alerts reach no one.',
  },
  fileName: { de: 'Warnungen', en: 'alerts' },
});

export const states = defineMessages({
  reached: { de: 'Empfänger', en: 'Receivers' },
  unsure: { de: 'Nicht sicher: Bedingungen, Zeiten oder Gruppe', en: 'Not certain: conditions, times, or group' },
  nobody: { de: 'Niemanden', en: 'No one' },
  suppressed: { de: 'Niemanden: von einer Regel unterdrückt', en: 'No one: suppressed by a rule' },
  off: { de: 'Niemanden: im Tresor ausgeschaltet', en: 'No one: turned off in the vault' },
  unseen: { de: 'Für Sie nicht zu sehen', en: 'Can’t be seen by you' },
});

export const scriptMessages = defineMessages({
  title: titles.alertScript,
  address: { de: 'E-Mail-Adresse, die benachrichtigt wird', en: 'Email address to notify' },
  noAddress: { de: 'Geben Sie eine E-Mail-Adresse ein.', en: 'Enter an email address.' },
  does: {
    de: 'Für {count, plural, one {einen Tresor} other {# Tresore}}: {names}. Für jeden Tresor erstellt das Skript in dessen Ressourcengruppe eine Aktionsgruppe und eine Warnungsverarbeitungsregel und schaltet ausgeschaltete Warnungen ein.',
    en: 'For {count, plural, one {one vault} other {# vaults}}: {names}. For each vault, the script creates an action group and an alert processing rule in its resource group, and turns on alerts that are off.',
  },
  needs: {
    de: 'Sie brauchen dafür die Rolle „Monitoring Contributor“ am Abonnement, zum Einschalten auch „Backup Contributor“. Die Befehle für Regeln sind eine Vorschau: Die Azure CLI lädt dafür die Erweiterung alertsmanagement, PowerShell braucht das Modul Az.AlertsManagement.',
    en: 'You need the Monitoring Contributor role on the subscription, and Backup Contributor to turn alerts on. The commands for rules are in preview: the Azure CLI loads the alertsmanagement extension for them, and PowerShell needs the Az.AlertsManagement module.',
  },
  suppressed: {
    de: 'Bei {names} unterdrückt eine andere Regel die Warnungen. Sie geht vor: Löschen oder deaktivieren Sie zuerst {rules}.',
    en: 'Another rule suppresses the alerts of {names}. It takes precedence: first delete or disable {rules}.',
  },
  unwritable: {
    de: 'Ein Name enthält Zeichen, die in keinem Skript stehen dürfen.',
    en: 'A name contains characters that aren’t allowed in scripts.',
  },
});
