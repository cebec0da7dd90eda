import { defineMessages } from '../../language/messages';

export const agentMessages = defineMessages({
  title: { de: 'VM-Agent installieren oder aktualisieren', en: 'Install or update the VM agent' },
  why: {
    de: 'Azure Backup arbeitet im virtuellen Computer über den VM-Agent und installiert damit seine Sicherungserweiterung. Computer aus dem Azure-Katalog haben ihn, umgezogene oft nicht. Betroffen: {names}.',
    en: 'Azure Backup works inside the virtual machine through the VM agent and uses it to install its backup extension. Machines from the Azure gallery have the agent; migrated ones often don’t. Affected: {names}.',
  },
  windows: { de: 'Windows', en: 'Windows' },
  windowsInstall: {
    de: 'Melden Sie sich am virtuellen Computer als Administrator an und führen Sie die MSI-Datei des VM-Agents aus.',
    en: 'Sign in to the virtual machine as an administrator and run the VM agent MSI.',
  },
  windowsCheck: {
    de: 'Prüfen Sie: {file} > Eigenschaften > Details > Produktversion, mindestens {version}.',
    en: 'Check: {file} > Properties > Details > Product version, at least {version}.',
  },
  linux: { de: 'Linux', en: 'Linux' },
  linuxInstall: {
    de: 'Installieren Sie den Agent (walinuxagent oder WALinuxAgent) aus den Paketquellen der Distribution, nicht aus anderen Quellen, und starten Sie den Dienst waagent.',
    en: 'Install the agent (walinuxagent or WALinuxAgent) from the distribution’s package repository, not from other sources, and start the waagent service.',
  },
  quiet: {
    de: 'Während der Aktualisierung darf keine Sicherung laufen.',
    en: 'Make sure no backup runs during the update.',
  },
  checkAgain: { de: 'VM-Agents erneut prüfen', en: 'Check the VM agents again' },
  ready: { de: 'Bereit', en: 'Ready' },
  notReady: { de: 'Nicht bereit', en: 'Not ready' },
  tooOld: { de: 'Zu alt', en: 'Too old' },
  missing: { de: 'Fehlt', en: 'Missing' },
  unknown: { de: 'Nicht bekannt', en: 'Not known' },
  reading: { de: 'Wird gelesen …', en: 'Reading…' },
  notRead: { de: '–', en: '–' },
});
