import type { Message } from '../language/messages';
import { paths } from '../map/paths';
import type { IconName } from './service-icon';
import { messages } from './messages';

export interface Service {
  id: string;
  name: Message;
  icon: IconName;
  /** Only services inside the product's scope lead somewhere; the others say why they do not. */
  href?: string;
  /** What people type who mean it and do not know its name. */
  also?: Message;
}

/** What the service filter searches. Order as in the article's picture, then by name. */
export const SERVICES: readonly Service[] = [
  { id: 'vaults', name: messages.vaults, icon: 'vault', href: paths.vaults() },
  { id: 'items', name: messages.backupItems, icon: 'machine', href: paths.allItems(), also: messages.restore },
  { id: 'recovery-plans', name: messages.recoveryPlans, icon: 'machine', href: paths.recoveryPlans(), also: messages.recoverMany },
  { id: 'site-recovery-vaults', name: messages.siteRecoveryVaults, icon: 'vault' },
  { id: 'readiness', name: messages.readiness, icon: 'machine', href: paths.readiness() },
  { id: 'audit', name: messages.audit, icon: 'clock', href: paths.audit(), also: messages.auditAlso },
  { id: 'key-survival', name: messages.keySurvival, icon: 'key', href: paths.keySurvival() },
  { id: 'support-matrix', name: messages.supportMatrix, icon: 'grid', href: paths.supportMatrix() },
  { id: 'resource-groups', name: messages.resourceGroups, icon: 'cube' },
  { id: 'all-resources', name: messages.allResources, icon: 'grid' },
  { id: 'app-services', name: messages.appServices, icon: 'globe' },
  { id: 'machines-classic', name: messages.classicMachines, icon: 'machine' },
  { id: 'machines', name: messages.machines, icon: 'machine' },
  { id: 'sql-databases', name: messages.sqlDatabases, icon: 'database' },
  { id: 'cloud-services', name: messages.cloudServices, icon: 'gears' },
  { id: 'key-vaults', name: messages.keyVaults, icon: 'key' },
  { id: 'storage-accounts', name: messages.storageAccounts, icon: 'database' },
  { id: 'virtual-networks', name: messages.virtualNetworks, icon: 'globe' },
  { id: 'subscriptions', name: messages.subscriptions, icon: 'key' },
];

/** The hub menu of the article's picture, top to bottom. */
export const HUB: readonly Service[] = [
  { id: 'new', name: messages.new, icon: 'plus' },
  { id: 'resource-groups', name: messages.resourceGroups, icon: 'cube' },
  { id: 'all-resources', name: messages.allResources, icon: 'grid' },
  { id: 'recent', name: messages.recent, icon: 'clock' },
  { id: 'app-services', name: messages.appServices, icon: 'globe' },
  { id: 'machines-classic', name: messages.classicMachines, icon: 'machine' },
  { id: 'machines', name: messages.machines, icon: 'machine' },
  { id: 'sql-databases', name: messages.sqlDatabases, icon: 'database' },
  { id: 'cloud-services', name: messages.cloudServices, icon: 'gears' },
  { id: 'subscriptions', name: messages.subscriptions, icon: 'key' },
];

/** The services whose name, in either language, or what else it is called contains every word that was typed. */
export function filterServices(services: readonly Service[], typed: string): readonly Service[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return services.filter(({ name, also }) => {
    const names = [name.de, name.en, also?.de, also?.en].join('\n').toLowerCase();
    return words.every((word) => names.includes(word));
  });
}
