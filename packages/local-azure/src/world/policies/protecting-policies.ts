const field = (name: string) => `Microsoft.Compute/image${name}`;
const [PUBLISHER, OFFER, SKU] = [field('Publisher'), field('Offer'), field('SKU')];

const from = (publisher: string, ...conditions: readonly object[]) => ({
  allOf: [{ field: PUBLISHER, equals: publisher }, ...conditions],
});
const offer = (name: string) => ({ field: OFFER, equals: name });
const offers = (...names: readonly string[]) => ({ field: OFFER, in: names });
const skus = (...names: readonly string[]) => ({ field: SKU, in: names });
const like = (name: string, ...patterns: readonly string[]) => ({ anyOf: patterns.map((pattern) => ({ field: name, like: pattern })) });

const SERVERS = [
  '2008-R2-SP1 2008-R2-SP1-smalldisk 2012-Datacenter 2012-Datacenter-smalldisk 2012-R2-Datacenter 2012-R2-Datacenter-smalldisk',
  '2016-Datacenter 2016-datacenter-gensecond 2016-Datacenter-Server-Core 2016-Datacenter-Server-Core-smalldisk 2016-Datacenter-smalldisk',
  '2016-Datacenter-with-Containers 2016-Datacenter-with-RDSH 2019-Datacenter 2019-Datacenter-Core 2019-Datacenter-Core-smalldisk',
  '2019-Datacenter-Core-with-Containers 2019-Datacenter-Core-with-Containers-smalldisk 2019-Datacenter-smalldisk',
  '2019-Datacenter-with-Containers 2019-Datacenter-with-Containers-smalldisk 2019-Datacenter-zhcn 2019-datacenter-gensecond',
  '2022-datacenter-g2 2022-datacenter 2022-datacenter-azure-edition 2022-datacenter-azure-edition-smalldisk',
  '2022-datacenter-azure-edition-core 2022-datacenter-azure-edition-core-smalldisk 2022-datacenter-smalldisk-g2',
  '2022-datacenter-smalldisk 2022-datacenter-core-g2 2022-datacenter-core 2022-datacenter-core-smalldisk-g2',
  '2022-datacenter-core-smalldisk',
].flatMap((line) => line.split(' '));

const WS = ['*-WS2019', '*-WS2016', '*-WS2016-BYOL', '*-WS2012R2', '*-WS2012R2-BYOL'];
const SLES = [
  'SLES',
  'SLES-HPC',
  'SLES-HPC-Priority',
  'SLES-SAP',
  'SLES-SAP-BYOS',
  'SLES-Priority',
  'SLES-BYOS',
  'SLES-SAPCAL',
  'SLES-Standard',
];
const UBUNTU = ['14.04*LTS', '16.04*LTS', '18.04*LTS', '*20_04-lts', '20_04-lts*', '22_04-lts-gen2'];

/** The images of which the policies that come with Azure know that their machines can be backed up. */
const IMAGES = {
  anyOf: [
    from('MicrosoftWindowsServer', offer('WindowsServer'), skus(...SERVERS)),
    from(
      'MicrosoftWindowsServer',
      offer('WindowsServerSemiAnnual'),
      skus(
        'Datacenter-Core-1709-smalldisk',
        'Datacenter-Core-1709-with-Containers-smalldisk',
        'Datacenter-Core-1803-with-Containers-smalldisk',
      ),
    ),
    from('MicrosoftWindowsServerHPCPack', offer('WindowsServerHPCPack')),
    from('MicrosoftSQLServer', {
      anyOf: [
        { allOf: [{ field: OFFER, like: 'sql2019-ws2022' }, skus('sqldev', 'sqldev-gen2', 'standard', 'standard-gen2')] },
        like(OFFER, ...WS),
      ],
    }),
    from('MicrosoftRServer', offer('MLServer-WS2016')),
    from('MicrosoftVisualStudio', offers('VisualStudio', 'Windows')),
    from('MicrosoftDynamicsAX', offer('Dynamics'), { field: SKU, equals: 'Pre-Req-AX7-Onebox-U8' }),
    from('microsoft-ads', offer('windows-data-science-vm')),
    from('MicrosoftWindowsDesktop', offer('Windows-10')),
    from('MicrosoftWindowsDesktop', offer('Windows-11')),
    from('RedHat', {
      anyOf: [
        { allOf: [offer('RHEL-BYOS'), { field: SKU, equals: 'rhel-lvm77' }] },
        { allOf: [offers('RHEL', 'RHEL-SAP-HANA'), like(SKU, '6.*', '7*', '8*')] },
      ],
    }),
    from('SUSE', offers(...SLES), like(SKU, '12*')),
    from('Canonical', { field: OFFER, contains: 'ubuntu' }, like(SKU, ...UBUNTU)),
    from('Oracle', offer('Oracle-Linux'), like(SKU, '6.*', '7*')),
    from('OpenLogic', {
      anyOf: [
        { allOf: [offer('CentOS-HPC'), { field: SKU, equals: '7_9-gen2' }] },
        { allOf: [offers('CentOS', 'Centos-LVM', 'CentOS-SRIOV'), like(SKU, '6.*', '7*')] },
      ],
    }),
    from('cloudera', offer('cloudera-centos-os'), { field: SKU, like: '7*' }),
  ],
};

const MACHINES = [
  { field: 'type', equals: 'Microsoft.Compute/virtualMachines' },
  { field: 'id', notContains: '/resourceGroups/databricks-rg-' },
  { field: PUBLISHER, notEquals: 'azureopenshift' },
  { field: PUBLISHER, notEquals: 'AzureDatabricks' },
  { field: 'location', equals: "[parameters('vaultLocation')]" },
];

const tagOf = (parameter: string) => `[concat('tags[', parameters('${parameter}'), ']')]`;

export const WITH_TAG = {
  allOf: [...MACHINES, { field: tagOf('inclusionTagName'), in: "[parameters('inclusionTagValue')]" }, IMAGES],
};

export const WITHOUT_TAG = {
  allOf: [
    ...MACHINES,
    {
      anyOf: [
        { not: { field: tagOf('exclusionTagName'), in: "[parameters('exclusionTagValue')]" } },
        { value: "[empty(parameters('exclusionTagValue'))]", equals: 'true' },
        { value: "[empty(parameters('exclusionTagName'))]", equals: 'true' },
      ],
    },
    IMAGES,
  ],
};

const NAMES = ['backupPolicyId', 'fabricName', 'protectionContainers', 'protectedItems', 'sourceResourceId'];
const parameter = (name: string) => `[parameters('${name}')]`;
const DECLARED = Object.fromEntries(NAMES.map((name) => [name, { type: 'String' }]));
const PASSED_ON = Object.fromEntries(NAMES.map((name) => [name, { value: parameter(name) }]));
const partOfPolicyId = (place: number) => `first(skip(split(parameters('backupPolicyId'), '/'), ${place}))`;

const PROTECTED_ITEM = {
  type: 'Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems',
  name: `[concat(${partOfPolicyId(8)}, '/', parameters('fabricName'), '/',parameters('protectionContainers'), '/', parameters('protectedItems'))]`,
  apiVersion: '2016-06-01',
  properties: {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    policyId: parameter('backupPolicyId'),
    sourceResourceId: parameter('sourceResourceId'),
  },
};

const templateWith = (resource: object) => ({
  $schema: 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#',
  contentVersion: '1.0.0.0',
  parameters: DECLARED,
  resources: [resource],
});

/** What is deployed where nothing backs a machine up: its item in the vault of the backup policy. */
export const PROTECTING = {
  roleDefinitionIds: ['9980e02c-c2be-4d73-94e8-173b1dc7cf3c', '5e467623-bb1f-42f4-a55d-6e525e11384b'].map(
    (role) => `/providers/microsoft.authorization/roleDefinitions/${role}`,
  ),
  type: 'Microsoft.RecoveryServices/backupprotecteditems',
  deployment: {
    properties: {
      mode: 'incremental',
      template: templateWith({
        apiVersion: '2017-05-10',
        name: "[concat('DeployProtection-',uniqueString(parameters('protectedItems')))]",
        type: 'Microsoft.Resources/deployments',
        resourceGroup: `[${partOfPolicyId(4)}]`,
        subscriptionId: `[${partOfPolicyId(2)}]`,
        properties: { mode: 'Incremental', template: templateWith(PROTECTED_ITEM), parameters: PASSED_ON },
      }),
      parameters: {
        backupPolicyId: { value: parameter('backupPolicyId') },
        fabricName: { value: 'Azure' },
        protectionContainers: { value: "[concat('iaasvmcontainer;iaasvmcontainerv2;', resourceGroup().name, ';' ,field('name'))]" },
        protectedItems: { value: "[concat('vm;iaasvmcontainerv2;', resourceGroup().name, ';' ,field('name'))]" },
        sourceResourceId: {
          value:
            "[concat('/subscriptions/', subscription().subscriptionId, '/resourceGroups/', resourceGroup().name, '/providers/Microsoft.Compute/virtualMachines/',field('name'))]",
        },
      },
    },
  },
};

/** A policy as organizations make it for themselves: of every machine of the region, those that were made of disks included. */
export const EVERY_MACHINE = { allOf: [MACHINES[0], MACHINES[4]] };
