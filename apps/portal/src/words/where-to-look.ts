import { defineMessages, type Message } from '../language/messages';
import { paths } from '../map/paths';

/** What is to be looked at before a command is given once more, and where that is. */
export interface Look {
  first: Message;
  link: { label: Message; href: string } | null;
}

const first = defineMessages({
  state: { de: 'Sehen Sie nach, wie es jetzt ist, bevor Sie es wiederholen.', en: 'Check how it is now before you try again.' },
  jobs: { de: 'Sehen Sie in den Sicherungsaufträgen nach, bevor Sie es wiederholen.', en: 'Check the backup jobs before you try again.' },
  vaults: {
    de: 'Sehen Sie in der Liste der Recovery Services-Tresore nach, bevor Sie es wiederholen.',
    en: 'Check the list of Recovery Services vaults before you try again.',
  },
  configuration: {
    de: 'Sehen Sie in der Sicherungskonfiguration nach, bevor Sie es wiederholen.',
    en: 'Check the backup configuration before you try again.',
  },
  policies: {
    de: 'Sehen Sie in den Sicherungsrichtlinien nach, bevor Sie es wiederholen.',
    en: 'Check the backup policies before you try again.',
  },
  restore: {
    de: 'Sehen Sie in den Schritten der Wiederherstellung nach, bevor Sie es wiederholen.',
    en: 'Check the steps of the restore before you try again.',
  },
  keyVault: {
    de: 'Sehen Sie beim Schlüsseltresor nach, wer Zugriff hat, bevor Sie es wiederholen.',
    en: 'Check on the key vault who has access before you try again.',
  },
  plans: {
    de: 'Sehen Sie in den Wiederherstellungsplänen nach, bevor Sie es wiederholen.',
    en: 'Check the restore plans before you try again.',
  },
});

const labels = defineMessages({
  jobs: { de: 'Zu den Sicherungsaufträgen', en: 'Go to the backup jobs' },
  vaults: { de: 'Zu den Recovery Services-Tresoren', en: 'Go to the Recovery Services vaults' },
  configuration: { de: 'Zur Sicherungskonfiguration', en: 'Go to the backup configuration' },
  policies: { de: 'Zu den Sicherungsrichtlinien', en: 'Go to the backup policies' },
  restore: { de: 'Zur Wiederherstellung', en: 'Go to the restore' },
  keyVault: { de: 'Zum Schlüsseltresor', en: 'Go to the key vault' },
  plans: { de: 'Zu den Wiederherstellungsplänen', en: 'Go to the restore plans' },
});

const at = (place: keyof typeof labels, href: string): Look => ({ first: first[place], link: { label: labels[place], href } });

const OF_SUBSCRIPTION = /^\/[a-z-]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\//i;

/** The subscription that a command was about which was sent to this path of the server; empty where the path names none. */
export const subscriptionSentTo = (sentTo = ''): string => OF_SUBSCRIPTION.exec(sentTo)?.[1] ?? '';

/** Where a person sees what became of a command that was sent to this path of the server. */
export function whereToLook(sentTo = ''): Look {
  const [word, ...names] = sentTo.split('/').slice(1).map(decodeURIComponent);
  const [subscriptionId = '', resourceGroup = '', name = '', room, id = '', step] = names;
  const vault = { subscriptionId, resourceGroup, vaultName: name };
  if (word === 'recovery-plans') return at('plans', paths.recoveryPlans());
  if (word === 'key-vaults')
    return at('keyVault', paths.keyVaultInEstate({ kvSubscription: subscriptionId, kvGroup: resourceGroup, kvName: name }));
  if (word !== 'vaults') return { first: first.state, link: null };
  if (room === undefined || room === 'creation') return at('vaults', paths.vaults());
  if (room === 'configuration') return at('configuration', paths.configuration(vault));
  if (room === 'policies') return at('policies', paths.policies(vault));
  // Disks that are restored once more are a job of their own.
  if (room === 'restores' && step !== 'disks') return at('restore', paths.restore(vault, id));
  return at('jobs', paths.jobs(vault));
}
