import { own } from '../own';

const inProperties = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name.toLowerCase(), `properties.${name}`]));

/** What Azure Policy calls the members of a resource, by type; where each lies in a request. Names are in small letters. */
const ALIASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'microsoft.compute/disks': {
    ...inProperties('diskSizeGB encryption.diskEncryptionSetId encryption.type networkAccessPolicy osType publicNetworkAccess'),
    managedby: 'managedBy',
    'sku.name': 'sku.name',
  },
  'microsoft.compute/virtualmachines': {
    ...inProperties(
      'licenseType securityProfile.encryptionAtHost securityProfile.securityType storageProfile.osDisk.osType storageProfile.osDisk.vhd.uri',
    ),
    'sku.name': 'properties.hardwareProfile.vmSize',
  },
  'microsoft.keyvault/vaults': inProperties(
    'createMode enabledForDeployment enabledForDiskEncryption enabledForTemplateDeployment enablePurgeProtection enableRbacAuthorization enableSoftDelete networkAcls.bypass networkAcls.defaultAction publicNetworkAccess sku.name softDeleteRetentionInDays tenantId',
  ),
  'microsoft.network/networkinterfaces': {
    enableipforwarding: 'properties.enableIPForwarding',
    'ipconfigurations[*].publicipaddress.id': 'properties.ipConfigurations[*].properties.publicIPAddress.id',
    'ipconfigurations[*].subnet.id': 'properties.ipConfigurations[*].properties.subnet.id',
    'networksecuritygroup.id': 'properties.networkSecurityGroup.id',
  },
  'microsoft.network/publicipaddresses': { ...inProperties('publicIPAllocationMethod publicIPAddressVersion'), 'sku.name': 'sku.name' },
  'microsoft.recoveryservices/vaults': inProperties('publicNetworkAccess'),
  'microsoft.storage/storageaccounts': {
    ...inProperties(
      'accessTier allowBlobPublicAccess allowSharedKeyAccess minimumTlsVersion networkAcls.bypass networkAcls.defaultAction publicNetworkAccess supportsHttpsTrafficOnly',
    ),
    'sku.name': 'sku.name',
  },
};

const PLAIN = new Map([
  ...['id', 'name', 'fullName', 'type', 'kind', 'location', 'tags', 'identity.type'].map((name) => [name.toLowerCase(), name] as const),
  // Of a machine that was made of disks nothing tells the image.
  ...['Publisher', 'Offer', 'SKU', 'Version'].map(
    (name) => [`microsoft.compute/image${name.toLowerCase()}`, `properties.storageProfile.imageReference.${name.toLowerCase()}`] as const,
  ),
]);

/** A tag without a name is one that no resource has. */
const TAG = /^tags(?:\.|\[)'?([^\]']*)'?\]?$/i;
const ALIAS = /^([^/]+\/.+)\/([^/]+)$/;

/** Where a field of a policy rule lies in a resource, its names with dots between them; undefined where no such field is known. */
export function pathOfField(field: string): readonly string[] | undefined {
  const plain = PLAIN.get(field.toLowerCase());
  if (plain !== undefined) return plain.split('.');
  const tag = TAG.exec(field)?.[1];
  if (tag !== undefined) return ['tags', tag];
  const [, type = '', name = ''] = ALIAS.exec(field) ?? [];
  return own(own(ALIASES, type.toLowerCase()) ?? {}, name.toLowerCase())?.split('.');
}

/** Types with tags and a region of their own: the only ones that policies with the mode Indexed look at. */
const INDEXED = new Set([
  'microsoft.alertsmanagement/actionrules',
  'microsoft.compute/availabilitysets',
  'microsoft.compute/diskencryptionsets',
  'microsoft.compute/disks',
  'microsoft.compute/proximityplacementgroups',
  'microsoft.compute/restorepointcollections',
  'microsoft.compute/snapshots',
  'microsoft.compute/virtualmachines',
  'microsoft.compute/virtualmachines/extensions',
  'microsoft.dataprotection/resourceguards',
  'microsoft.insights/actiongroups',
  'microsoft.keyvault/vaults',
  'microsoft.network/networkinterfaces',
  'microsoft.network/networksecuritygroups',
  'microsoft.network/publicipaddresses',
  'microsoft.network/virtualnetworks',
  'microsoft.recoveryservices/vaults',
  'microsoft.storage/storageaccounts',
]);

/** Whether policies with the mode Indexed look at this type, in any case. */
export const isIndexed = (type: string): boolean => INDEXED.has(type.toLowerCase());
