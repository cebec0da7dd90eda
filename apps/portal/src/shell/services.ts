import type { Message } from '../language/messages';
import { withoutSoftHyphens } from '../language/soft-hyphens';
import { rows, titles, type RootBladeId } from '../map/map';
import { links, paths } from '../map/paths';
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

type Extra = Partial<Pick<Service, 'id' | 'name' | 'also'>>;

/** A blade that opens from none: called as its row says, and starred by its path, unless the extra says otherwise. */
const blade = (row: RootBladeId, icon: IconName, extra?: Extra): Service => ({
  id: rows[row].path,
  name: titles[row],
  icon,
  href: links[row](),
  ...extra,
});

const vaults = blade('vaults', 'vault');
const items = blade('allItems', 'item', { name: titles.items, also: messages.restore });
const jobs = blade('allJobs', 'clock', { name: titles.jobs });
const restores = blade('allRestores', 'restore', { name: titles.restores });
const keyVaults = blade('allKeyVaults', 'key');
const plans = blade('recoveryPlans', 'list', { id: 'recovery-plans', name: messages.recoveryPlans, also: messages.recoverMany });
const readiness = blade('readinessStart', 'checks');
const keySurvival = blade('keySurvival', 'shield');
const encryptionEnd = blade('encryptionEnd', 'padlock', { also: messages.encryptionEndAlso });
const help = blade('help', 'question');
const machines = blade('allMachines', 'machine');
const resourceGroups: Service = { id: 'resource-groups', name: messages.resourceGroups, icon: 'cube' };
const allResources: Service = { id: 'all-resources', name: messages.allResources, icon: 'grid' };
const appServices: Service = { id: 'app-services', name: messages.appServices, icon: 'globe' };
const classicMachines: Service = { id: 'machines-classic', name: messages.classicMachines, icon: 'machine' };
const sqlDatabases: Service = { id: 'sql-databases', name: messages.sqlDatabases, icon: 'database' };
const cloudServices: Service = { id: 'cloud-services', name: messages.cloudServices, icon: 'gears' };
const subscriptions: Service = { id: 'subscriptions', name: messages.subscriptions, icon: 'key' };

/** What the service filter searches. Order as in the article's picture, then by name. */
export const SERVICES: readonly Service[] = [
  vaults,
  items,
  jobs,
  restores,
  plans,
  { id: 'site-recovery-vaults', name: messages.siteRecoveryVaults, icon: 'vault' },
  readiness,
  blade('audit', 'list', { also: messages.auditAlso }),
  blade('vaultAlerts', 'bell', { also: messages.alertsAlso }),
  keySurvival,
  encryptionEnd,
  blade('supportMatrix', 'grid'),
  help,
  blade('tours', 'globe', { also: messages.toursAlso }),
  resourceGroups,
  allResources,
  appServices,
  classicMachines,
  machines,
  sqlDatabases,
  cloudServices,
  keyVaults,
  { id: 'storage-accounts', name: messages.storageAccounts, icon: 'database' },
  { id: 'virtual-networks', name: messages.virtualNetworks, icon: 'globe' },
  subscriptions,
];

/** What the hub menu begins with: what people come to this product for. */
const OWN: readonly Service[] = [vaults, items, jobs, restores, plans, readiness, keyVaults, keySurvival, encryptionEnd, help];

/** The hub menu of the article's picture, top to bottom. */
const PICTURED: readonly Service[] = [
  { id: 'new', name: messages.new, icon: 'plus', href: paths.newVault() },
  resourceGroups,
  allResources,
  { id: 'recent', name: messages.recent, icon: 'clock' },
  appServices,
  classicMachines,
  machines,
  sqlDatabases,
  cloudServices,
  subscriptions,
];

interface Hub {
  own: readonly Service[];
  /** Of the article's picture what exists here, in its order. */
  pictured: readonly Service[];
  /** What the picture shows, or somebody has starred, and this product does not have. */
  absent: readonly Service[];
}

const leads = ({ href }: Service) => href !== undefined;

/** The hub menu, with the services that were starred and would not be in it. */
export function hubWith(starredIds: readonly string[]): Hub {
  const starred = SERVICES.filter((service) => starredIds.includes(service.id) && ![...OWN, ...PICTURED].includes(service));
  return {
    own: [...OWN, ...starred.filter(leads)],
    pictured: PICTURED.filter(leads),
    absent: [...PICTURED, ...starred].filter((service) => !leads(service)),
  };
}

/** The entry that an address belongs to: the longest of those it begins with. */
export function entryAt(entries: readonly Service[], pathname: string): Service | undefined {
  const holds = ({ href = '' }: Service) => pathname === href || pathname.startsWith(`${href}/`);
  return entries.filter(holds).toSorted((a, b) => (b.href ?? '').length - (a.href ?? '').length)[0];
}

/** The services whose name, in either language, or what else it is called contains every word that was typed. */
export function filterServices(services: readonly Service[], typed: string): readonly Service[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return services.filter(({ name, also }) => {
    const names = withoutSoftHyphens([name.de, name.en, also?.de, also?.en].join('\n')).toLowerCase();
    return words.every((word) => names.includes(word));
  });
}
