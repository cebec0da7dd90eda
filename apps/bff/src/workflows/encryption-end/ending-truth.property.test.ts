import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { endingMachine } from '@tresor/contracts';
import { judgeEncryptionEnd } from '@tresor/support-matrix';
import { connect } from '@tresor/local-azure';
import { assert, asyncProperty, boolean, constantFrom, record } from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { PRODUCTION } from '../../testing/contoso-places';
import { direct, type DirectAnswer } from '../../testing/direct';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeAll(async () => {
  contoso = await startContoso('retirement');
});
afterAll(() => contoso[Symbol.asyncDispose]());

const MINUTE = 60_000;
const MEBIBYTE = 2 ** 20;
/** Enough of a disk to see by what it is encrypted. */
const BEGINNING = MEBIBYTE + 4096;

const arm = async (method: 'GET' | 'PUT' | 'POST', id: string, body?: unknown): Promise<DirectAnswer> => {
  const answer = await direct(contoso.azure, 'adele', method, `${id}?api-version=2023-09-01`, body);
  contoso.azure.advance(MINUTE);
  return answer;
};
const isDone = ({ status }: DirectAnswer) => status < 300;

const diskRef = z.object({ managedDisk: z.object({ id: z.string() }) });
const vmBody = z.object({
  location: z.string(),
  properties: z.object({
    hardwareProfile: z.object({ vmSize: z.string() }),
    storageProfile: z.object({ osDisk: diskRef.extend({ osType: z.enum(['Windows', 'Linux']) }), dataDisks: z.array(diskRef) }),
    networkProfile: z.object({ networkInterfaces: z.array(z.object({ id: z.string() })) }),
  }),
});
const nicBody = z.object({
  properties: z.object({ ipConfigurations: z.array(z.object({ properties: z.object({ subnet: z.unknown() }) })) }),
});
const diskBody = z.object({ location: z.string(), properties: z.object({ diskSizeBytes: z.number(), osType: z.string().optional() }) });
const access = z.object({ accessSAS: z.string() });
const provisioned = z.object({ properties: z.object({ provisioningState: z.string() }) });

/** Decrypts as far as Azure lets the system; whether it did. */
async function decrypt(vmId: string, os: 'Windows' | 'Linux'): Promise<boolean> {
  const type = os === 'Windows' ? 'AzureDiskEncryption' : 'AzureDiskEncryptionForLinux';
  const id = `${vmId}/extensions/${type}`;
  const settings = { EncryptionOperation: 'DisableEncryption', VolumeType: os === 'Windows' ? 'All' : 'Data' };
  const properties = { publisher: 'Microsoft.Azure.Security', type, typeHandlerVersion: os === 'Windows' ? '2.2' : '1.1', settings };
  if (!isDone(await arm('PUT', id, { location: 'westeurope', properties }))) return false;
  contoso.azure.advance(10 * MINUTE);
  return provisioned.parse((await arm('GET', id)).body).properties.provisioningState === 'Succeeded';
}

/** The beginning of a disk, copied from one signed URL to another as AzCopy does. */
async function copyBeginning(source: string, target: string): Promise<number> {
  const { httpClient } = await connect(contoso.azure, 'Adele');
  const range = `bytes=0-${BEGINNING - 1}`;
  const headers = createHttpHeaders({
    'x-ms-version': '2021-08-06',
    'x-ms-page-write': 'update',
    'x-ms-range': range,
    'x-ms-source-range': range,
    'x-ms-copy-source': source,
    'content-length': '0',
  });
  return (await httpClient.sendRequest(createPipelineRequest({ url: `${target}&comp=page`, method: 'PUT', headers }))).status;
}

/** A new disk with what another holds; its id. */
async function copied(id: string, way: 'upload' | 'copy'): Promise<string> {
  const to = `${id}-host`;
  const { location, properties } = diskBody.parse((await arm('GET', id)).body);
  const uploaded = { createOption: 'Upload', uploadSizeBytes: properties.diskSizeBytes + 512 };
  const creationData = way === 'copy' ? { createOption: 'Copy', sourceResourceId: id } : uploaded;
  const made = await arm('PUT', to, { location, properties: { creationData, ...(properties.osType && { osType: properties.osType }) } });
  expect(made.status).toBeLessThan(300);
  if (way === 'copy') return to;
  const open = async (disk: string, wanted: 'Read' | 'Write') =>
    access.parse((await arm('POST', `${disk}/beginGetAccess`, { access: wanted, durationInSeconds: 3600 })).body).accessSAS;
  expect(await copyBeginning(await open(id, 'Read'), await open(to, 'Write'))).toBe(201);
  for (const disk of [id, to]) expect((await arm('POST', `${disk}/endGetAccess`)).status).toBeLessThan(300);
  return to;
}

interface Walk {
  way: 'upload' | 'copy';
  start: boolean;
  size: string | undefined;
}

/** Goes the whole way as a person with other tools would; whether a machine with encryption at host came of it. */
async function move(vmId: string, { way, start, size }: Walk): Promise<boolean> {
  if (start) await arm('POST', `${vmId}/start`);
  const { location, properties } = vmBody.parse((await arm('GET', vmId)).body);
  const { osDisk, dataDisks } = properties.storageProfile;
  if (!(await decrypt(vmId, osDisk.osType))) return false;
  await arm('POST', `${vmId}/deallocate`);
  const system = await copied(osDisk.managedDisk.id, way);
  const data: string[] = [];
  for (const { managedDisk } of dataDisks) data.push(await copied(managedDisk.id, way));
  const nicId = properties.networkProfile.networkInterfaces[0]?.id ?? '';
  const nic = nicBody.parse((await arm('GET', nicId)).body);
  const subnet = nic.properties.ipConfigurations[0]?.properties.subnet;
  await arm('PUT', `${nicId}-host`, { location, properties: { ipConfigurations: [{ name: 'a', properties: { subnet } }] } });
  const made = await arm('PUT', `${vmId}-host`, {
    location,
    properties: {
      hardwareProfile: { vmSize: size ?? properties.hardwareProfile.vmSize },
      storageProfile: {
        osDisk: { createOption: 'Attach', osType: osDisk.osType, managedDisk: { id: system } },
        dataDisks: data.map((id, lun) => ({ lun, createOption: 'Attach', managedDisk: { id } })),
      },
      networkProfile: { networkInterfaces: [{ id: `${nicId}-host` }] },
      securityProfile: { encryptionAtHost: true },
    },
  });
  if (!isDone(made)) return false;
  contoso.azure.advance(5 * MINUTE);
  return provisioned.parse((await arm('GET', `${vmId}-host`)).body).properties.provisioningState === 'Succeeded';
}

const MACHINES = [
  ['LeavingRG', 'PaymentsVM1'],
  ['LeavingRG', 'PaymentsVM2'],
  ['LeavingRG', 'ArchiveVM1'],
  ['LeavingRG', 'ArchiveVM2'],
  ['OperationsRG', 'StoppedVM1'],
  ['OperationsRG', 'SinglePassVM1'],
  ['OperationsRG', 'BekOnlyVM2'],
  ['OperationsRG', 'BekOnlyVM3'],
] as const;

it('a machine that is told to move arrives by upload once what is needed first is done, and never by a copy that keeps the mark', async () => {
  const walk = record({ place: constantFrom(...MACHINES), way: constantFrom('upload', 'copy'), obeys: boolean() });
  await assert(
    asyncProperty(walk, async ({ place: [group, name], way, obeys }) => {
      contoso.azure.reset('retirement');
      const found = (await ask.get(z.array(endingMachine), '/api/encryption-end')).find(({ machine }) => machine.name === name);
      if (!found) throw new Error(`${name} is not there.`);
      const judged = judgeEncryptionEnd(found);
      const asks = (step: (typeof judged.steps)[number]) => judged.steps.includes(step);
      const start = obeys && asks('start-first');
      const size = obeys && asks('other-size') ? 'Standard_D2s_v3' : undefined;
      const expected = judged.class === 'movable' && way === 'upload' && (obeys || !(asks('start-first') || asks('other-size')));
      expect(
        await move(`${PRODUCTION}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`, { way, start, size }),
      ).toBe(expected);
    }),
    { numRuns: 12 },
  );
}, 120_000);
