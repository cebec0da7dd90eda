/** One of Azure's clouds: where its services are, and for whom tokens for them are meant. */
export interface Cloud {
  name: string;
  /** Where people sign in. */
  login: string;
  resourceManager: string;
  graph: string;
  /** What follows the name of a key vault in its host; with `https://` before it, whom tokens for key vaults are meant for. */
  keyVaults: string;
  /** What follows `<account>.blob.` */
  storage: string;
  /** What follows `<account>.z<number>.blob.` of accounts with a DNS zone; null where no such are published. */
  storageZones: string | null;
  /** Whom tokens for blobs are meant for, the same in all clouds. */
  storageAudience: string;
  /** Whom the token of a managed identity is meant for by which the API proves who it is; that of the public cloud where none is published. */
  tokenExchange: string;
  /** Whom tokens for databases of Azure are meant for; null where none is published. */
  databases: string | null;
  /** Application id of the Backup Management Service; null where none is published, so that it goes by its name. */
  backupService: string | null;
}

const STORAGE_AUDIENCE = 'https://storage.azure.com';
const TOKEN_EXCHANGE = 'api://AzureADTokenExchange';

/** The only place where hosts of Azure stand. Those of the sovereign clouds are as Microsoft's own programs have them. */
export const CLOUDS = {
  public: {
    name: 'public',
    login: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    graph: 'https://graph.microsoft.com',
    keyVaults: 'vault.azure.net',
    storage: 'core.windows.net',
    storageZones: 'storage.azure.net',
    storageAudience: STORAGE_AUDIENCE,
    tokenExchange: TOKEN_EXCHANGE,
    databases: 'https://ossrdbms-aad.database.windows.net',
    backupService: '262044b1-e2ce-469f-a196-69ab7ada62d3',
  },
  usgov: {
    name: 'usgov',
    login: 'https://login.microsoftonline.us',
    resourceManager: 'https://management.usgovcloudapi.net',
    graph: 'https://graph.microsoft.us',
    keyVaults: 'vault.usgovcloudapi.net',
    storage: 'core.usgovcloudapi.net',
    storageZones: null,
    storageAudience: STORAGE_AUDIENCE,
    tokenExchange: `${TOKEN_EXCHANGE}USGov`,
    databases: 'https://ossrdbms-aad.database.usgovcloudapi.net',
    backupService: 'ff281ffe-705c-4f53-9f37-a40e6f2c68f3',
  },
  china: {
    name: 'china',
    login: 'https://login.partner.microsoftonline.cn',
    resourceManager: 'https://management.chinacloudapi.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    keyVaults: 'vault.azure.cn',
    storage: 'core.chinacloudapi.cn',
    storageZones: null,
    storageAudience: STORAGE_AUDIENCE,
    tokenExchange: `${TOKEN_EXCHANGE}China`,
    databases: 'https://ossrdbms-aad.database.chinacloudapi.cn',
    backupService: null,
  },
  delos: {
    name: 'delos',
    login: 'https://login.sovcloud-identity.de',
    resourceManager: 'https://management.sovcloud-api.de',
    graph: 'https://graph.svc.sovcloud.de',
    keyVaults: 'vault.sovcloud-api.de',
    storage: 'core.sovcloud-api.de',
    storageZones: null,
    storageAudience: STORAGE_AUDIENCE,
    tokenExchange: TOKEN_EXCHANGE,
    databases: null,
    backupService: null,
  },
  bleu: {
    name: 'bleu',
    login: 'https://login.sovcloud-identity.fr',
    resourceManager: 'https://management.sovcloud-api.fr',
    graph: 'https://graph.svc.sovcloud.fr',
    keyVaults: 'vault.sovcloud-api.fr',
    storage: 'core.sovcloud-api.fr',
    storageZones: null,
    storageAudience: STORAGE_AUDIENCE,
    tokenExchange: TOKEN_EXCHANGE,
    databases: null,
    backupService: null,
  },
} as const satisfies Readonly<Record<string, Cloud>>;

type CloudName = keyof typeof CLOUDS;

export const CLOUD_NAMES = ['public', 'usgov', 'china', 'delos', 'bleu'] as const satisfies readonly CloudName[];
