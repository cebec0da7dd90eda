import { untilChanged } from './state/until-changed';
import type { World, WorldDocuments } from './world';

/** One of Azure's clouds, as clients find it: the hosts of its services, and for whom tokens for them are meant. */
export interface Cloud {
  login: string;
  resourceManager: string;
  /** What tokens for Resource Manager are meant for besides its own address: that of the service before it. */
  serviceManagement: string;
  graph: string;
  /** What follows `<vault>.` */
  vaults: string;
  /** What follows `<account>.blob.`; the storage SDK for Python insists on `core.` at its beginning. */
  storage: string;
  /** Whom tokens for workload identity federation are meant for. */
  tokenExchange: string;
  /** Application id of Azure Backup's first-party service, the same in every tenant of the cloud. */
  backupService: string;
}

const TOKEN_EXCHANGE = 'api://AzureADTokenExchange';
const PUBLIC_BACKUP_SERVICE = '262044b1-e2ce-469f-a196-69ab7ada62d3';

/** By the names that Microsoft's own programs give them. Whom no id of the Backup service is published for has that of the public cloud. */
const clouds = {
  public: {
    login: 'login.microsoftonline.com',
    resourceManager: 'management.azure.com',
    serviceManagement: 'management.core.windows.net',
    graph: 'graph.microsoft.com',
    vaults: 'vault.azure.net',
    storage: 'core.windows.net',
    tokenExchange: TOKEN_EXCHANGE,
    backupService: PUBLIC_BACKUP_SERVICE,
  },
  usgov: {
    login: 'login.microsoftonline.us',
    resourceManager: 'management.usgovcloudapi.net',
    serviceManagement: 'management.core.usgovcloudapi.net',
    graph: 'graph.microsoft.us',
    vaults: 'vault.usgovcloudapi.net',
    storage: 'core.usgovcloudapi.net',
    tokenExchange: `${TOKEN_EXCHANGE}USGov`,
    backupService: 'ff281ffe-705c-4f53-9f37-a40e6f2c68f3',
  },
  china: {
    login: 'login.partner.microsoftonline.cn',
    resourceManager: 'management.chinacloudapi.cn',
    serviceManagement: 'management.core.chinacloudapi.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
    vaults: 'vault.azure.cn',
    storage: 'core.chinacloudapi.cn',
    tokenExchange: `${TOKEN_EXCHANGE}China`,
    backupService: PUBLIC_BACKUP_SERVICE,
  },
  delos: {
    login: 'login.sovcloud-identity.de',
    resourceManager: 'management.sovcloud-api.de',
    serviceManagement: 'management.core.sovcloud-api.de',
    graph: 'graph.svc.sovcloud.de',
    vaults: 'vault.sovcloud-api.de',
    storage: 'core.sovcloud-api.de',
    tokenExchange: TOKEN_EXCHANGE,
    backupService: PUBLIC_BACKUP_SERVICE,
  },
  bleu: {
    login: 'login.sovcloud-identity.fr',
    resourceManager: 'management.sovcloud-api.fr',
    serviceManagement: 'management.core.sovcloud-api.fr',
    graph: 'graph.svc.sovcloud.fr',
    vaults: 'vault.sovcloud-api.fr',
    storage: 'core.sovcloud-api.fr',
    tokenExchange: TOKEN_EXCHANGE,
    backupService: PUBLIC_BACKUP_SERVICE,
  },
} as const satisfies Record<string, Cloud>;

export type CloudName = keyof typeof clouds;

export const cloudNames = ['public', 'usgov', 'china', 'delos', 'bleu'] as const satisfies readonly CloudName[];

const stored = (world: WorldDocuments) => world.documents<{ name: CloudName }>('cloud');

const storedName = untilChanged((world) => stored(world).get('cloud')?.name ?? 'public');

/** The name of the cloud that this world is. */
export const cloudNameOf = (world: WorldDocuments): CloudName => storedName(world, '');

/** The cloud that this world is; it stays so, as its URLs are written down everywhere. */
export const cloudOf = (world: WorldDocuments): Cloud => clouds[cloudNameOf(world)];

/** Decides which cloud an empty world is. */
export const putCloud = (world: World, name: CloudName): void => stored(world).put('cloud', { name });

/** The cloud of a name. */
export const cloudNamed = (name: CloudName): Cloud => clouds[name];
