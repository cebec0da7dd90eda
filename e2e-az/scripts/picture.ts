import type { DirectAnswer } from '../../apps/bff/src/testing/direct';
import { direct } from '../../apps/bff/src/testing/direct';
import type { Contoso } from '../../apps/bff/src/testing/start-contoso';
import * as z from 'zod';

const machineBody = z.object({
  location: z.string(),
  properties: z.object({
    hardwareProfile: z.unknown(),
    storageProfile: z.object({
      osDisk: z.looseObject({ managedDisk: z.object({ id: z.string() }).optional(), vhd: z.unknown().optional() }),
      dataDisks: z.array(z.looseObject({ managedDisk: z.object({ id: z.string() }).optional() })),
    }),
    networkProfile: z.object({ networkInterfaces: z.array(z.object({ id: z.string() })) }),
  }),
});
const tags = z.record(z.string(), z.string()).optional();
const nicBody = z.object({ location: z.string(), tags, properties: z.object({ ipConfigurations: z.array(z.unknown()) }) });
const ip = z.object({
  name: z.string(),
  properties: z.object({ subnet: z.unknown(), publicIPAddress: z.object({ id: z.string() }).optional() }),
});
const disk = z.object({ properties: z.object({ encryptionSettingsCollection: z.unknown() }) });
const secretList = z.object({ value: z.array(z.object({ contentType: z.string(), tags: z.record(z.string(), z.string()) })) });

/** What of a machine was made, no matter who made it; what differs from restore to restore is left out. */
export async function pictureOf({ azure }: Contoso, machineId: string, jobId: string): Promise<unknown> {
  const get = async <T>(schema: z.ZodType<T>, id: string, version: string): Promise<T> => {
    const { body }: DirectAnswer = await direct(azure, 'adele', 'GET', `${id}?api-version=${version}`);
    return schema.parse(body);
  };
  const { location, properties } = await get(machineBody, machineId, '2023-09-01');
  const { hardwareProfile, storageProfile, networkProfile } = properties;
  const nics = await Promise.all(networkProfile.networkInterfaces.map(({ id }) => get(nicBody, id, '2023-11-01')));
  const diskIds = [storageProfile.osDisk, ...storageProfile.dataDisks].flatMap(({ managedDisk }) => managedDisk?.id ?? []);
  const disks = await Promise.all(diskIds.map((id) => get(disk, id, '2023-04-02')));
  const network = nics.map(({ location, tags: marks, properties }) => ({
    location,
    marks,
    ips: properties.ipConfigurations.map((one) => ip.parse(one)),
  }));
  return plain({ location, hardwareProfile, storageProfile, network, networkProfile, disks }, jobId);
}

/** The newest version of a secret, as lists show it. */
export async function secretOf({ azure }: Contoso, keyVault: string, name: string): Promise<unknown> {
  const url = `https://${keyVault.toLowerCase()}.vault.azure.net/secrets/${name}/versions?api-version=7.4`;
  return secretList.parse((await direct(azure, 'adele', 'GET', url)).body).value;
}

const jobBody = z.object({
  properties: z.object({ extendedInfo: z.object({ propertyBag: z.record(z.string(), z.string().nullable()) }) }),
});
const keyFile = z.object({ OsDiskKeyAndSecretDetails: z.object({ SecretData: z.string() }) });
const secretValue = z.object({ value: z.string() });

/** The bytes of the secret in the file that a restore leaves in the storage account. */
export async function secretInFile({ azure }: Contoso, vaultId: string, jobId: string): Promise<string> {
  const job = await direct(azure, 'adele', 'GET', `${vaultId}/backupJobs/${jobId}?api-version=2024-04-01`);
  const { propertyBag } = jobBody.parse(job.body).properties.extendedInfo;
  const place = [propertyBag['Config Blob Container Name'], propertyBag['Encryption Info Blob Name']].join('/');
  const file = await direct(azure, 'adele', 'GET', `https://contosostaging.blob.core.windows.net/${place}`);
  return keyFile.parse(file.body).OsDiskKeyAndSecretDetails.SecretData;
}

/** Those of the secret in a key vault. */
export async function secretInKeyVault({ azure }: Contoso, keyVault: string, name: string): Promise<string> {
  const url = `https://${keyVault.toLowerCase()}.vault.azure.net/secrets/${name}?api-version=7.4`;
  return secretValue.parse((await direct(azure, 'adele', 'GET', url)).body).value;
}

/** Without what is made up again each time: the job's id and moment, containers, versions of secrets, and what the portal tells two drafts of one machine apart by. */
function plain(value: unknown, jobId: string): unknown {
  const text = JSON.stringify(value)
    .replaceAll(jobId, 'JOB')
    .replaceAll(jobId.slice(0, 8), 'JOB')
    .replaceAll(/-JOB-[0-9a-f]{8}-(?=nic|ip)/g, '-JOB-')
    .replaceAll(/-\d{8}-\d{6}\b/g, '-MOMENT')
    .replaceAll(/(\/secrets\/[^/"]+\/)[0-9a-f]{32}/g, '$1VERSION')
    .replaceAll(/(windows\.net\/)[a-z0-9]+-[0-9a-f]{32}/g, '$1CONTAINER');
  return JSON.parse(text);
}
