import type { Heading } from './heading';
import type { PlannedValues, RestoreValues } from './values';

export const HEADING: Heading = {
  title: 'Datenträger wiederherstellen',
  subject: 'DBVM2',
  writtenAt: '2026-11-26 18:05 UTC',
  rights: ['Backup Operator (am Recovery Services-Tresor)'],
};

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const group = (name: string) => `/subscriptions/${SUBSCRIPTION}/resourceGroups/${name}`;
const keyVaultId = (name: string) => `${group('KeyVaultRG')}/providers/Microsoft.KeyVault/vaults/${name}`;

const SECRET_VERSION = '3b98def4663a5c3eaf53282f11c06d99';
const secretName = '3B98DEF4-663A-4C3E-AF53-282F11C06D99';
const keyVersion = '4c97c46e6c4de1ef93d46e9e9f9c107b';

/** Every branch of today's documentation: system × kind of disks × pass × with or without KEK. */
const branches = (['Windows', 'Linux'] as const).flatMap((osType) =>
  [true, false].flatMap((managed) =>
    (['single', 'dual'] as const).flatMap((pass) => [true, false].map((withKey) => ({ osType, managed, pass, withKey }))),
  ),
);

const disk = (managed: boolean) => (name: string) =>
  managed
    ? `${group('IgniteRG')}/providers/Microsoft.Compute/disks/${name}`
    : `https://contosostaging.blob.core.windows.net/dbvm2-0123/${name}.vhd`;

export function restoreOf(
  { osType, managed, pass, withKey }: (typeof branches)[number],
  change: Partial<RestoreValues> = {},
): RestoreValues {
  return {
    subscriptionId: SUBSCRIPTION,
    resourceGroup: 'OperationsRG',
    vaultName: 'OperationsVault',
    vmGroup: 'dbvm2',
    vmName: 'DBVM2',
    location: 'westeurope',
    serviceAppId: '262044b1-e2ce-469f-a196-69ab7ada62d3',
    jobId: 'cae90b5e-3880-4b7f-be15-fe460a7ba729',
    pointId: '3000001',
    osType,
    storageAccountId: `${group('StorageRG')}/providers/Microsoft.Storage/storageAccounts/contosostaging`,
    targetGroup: managed ? 'IgniteRG' : null,
    pass,
    keys: {
      secret: {
        heldUrl: `https://ignitedemokv.vault.azure.net/secrets/${secretName}/${SECRET_VERSION}`,
        keyVaultId: keyVaultId('IgniteDemoKV'),
        version: SECRET_VERSION,
        state: 'absent',
      },
      key: withKey
        ? {
            heldUrl: `https://ignitedemokv.vault.azure.net:443/keys/ContosoKEK/${keyVersion}`,
            keyVaultId: keyVaultId('SecondKV'),
            version: keyVersion,
            state: 'expired',
          }
        : null,
    },
    disks: ['dbvm2-osdisk-20170118-121212', 'dbvm2-datadisk-000-20170118-121212', 'dbvm2-datadisk-009-20170118-121212'].map(disk(managed)),
    machine: {
      name: 'DBVM2-restored',
      group: 'IgniteRG',
      size: 'Standard_DS2_v2',
      subnetId: `${group('NetworkRG')}/providers/Microsoft.Network/virtualNetworks/contoso-westeurope/subnets/default`,
      publicIp: true,
    },
    policyName: 'DefaultPolicy',
    ...change,
  };
}

const plannedBranch = { osType: 'Windows', managed: true, pass: 'single', withKey: true } as const;

export const RESTORES = branches.map((branch) => [Object.values(branch).join(' '), restoreOf(branch)] as const);

/** The machines of a plan: a domain controller, and then one whose disks the other's name does not begin. */
export const PLANNED: readonly PlannedValues[] = [
  { ...restoreOf(plannedBranch), vmName: 'DC1', vmGroup: 'dc1', wave: 1 },
  { ...restoreOf(plannedBranch), wave: 2 },
];
