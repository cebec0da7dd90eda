import type { Agent, EncryptedDisk, MachinePath, VirtualMachine } from '@tresor/contracts';
import * as z from 'zod';
import { nameOf } from '@tresor/support-matrix';
import { instanceViewBody, toAgent } from '../machines/agents';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import type { KeyUrls } from '../keys/read-chain';
import { adeSettings, machineRow, managedDisk, toMachine } from '../machines/machine-row';
import { diskViewBody, encryptionProgress, encryptionState, extensionViewBody } from './encryption-state';

const text = z.string().nullish();
const reference = z.object({ sourceVault: z.object({ id: text }).nullish() });
const settings = z.object({
  enabled: z.boolean().nullish(),
  diskEncryptionKey: reference.extend({ secretUrl: text }).nullish(),
  keyEncryptionKey: reference.extend({ keyUrl: text }).nullish(),
});

const disk = z.object({
  name: text,
  diskSizeGB: z.number().nullish(),
  managedDisk,
});

const diskView = diskViewBody.extend({ encryptionSettings: z.array(settings).nullish() });

/** Lists name extensions by their ids alone, and one without settings has none. */
const extension = z.object({
  properties: z.object({ publisher: text, type: text, settings: adeSettings.nullish().catch(null) }).nullish(),
});

const machineBody = z.object({
  id: z.string(),
  name: z.string(),
  type: z.string(),
  location: z.string(),
  resources: z.array(extension).nullish(),
  properties: z.object({
    hardwareProfile: z.object({ vmSize: text }).nullish(),
    securityProfile: z.object({ encryptionAtHost: z.boolean().nullish(), securityType: text }).nullish(),
    storageProfile: z.object({
      osDisk: disk.extend({ osType: text, encryptionSettings: settings.nullish() }),
      dataDisks: z.array(disk).nullish(),
    }),
    instanceView: instanceViewBody
      .extend({ disks: z.array(diskView).nullish(), extensions: z.array(extensionViewBody).nullish() })
      .nullish(),
  }),
});

type MachineBody = z.infer<typeof machineBody>;

interface EncryptedMachine {
  /** As the machine itself tells now; what protects it is not known to it. */
  machine: VirtualMachine;
  agent: Agent | null;
  disks: EncryptedDisk[];
  /** What unlocks the disks; undefined where nothing is to be unlocked, or Azure does not say with what. */
  urls: KeyUrls | undefined;
}

/** One machine as Compute has it now: the graph that lists are made from may be minutes behind. */
export async function readEncryptedMachine(session: AzureSession, path: MachinePath): Promise<EncryptedMachine> {
  const answer = await call(session, 'read', (options) =>
    clients.compute(session, path.subscriptionId).virtualMachines.get(path.vmGroup, path.vmName, { ...options, expand: 'instanceView' }),
  );
  const body = expectBody(machineBody, answer.body);
  const { instanceView } = body.properties;
  return {
    machine: machineOf(body),
    agent: instanceView ? toAgent(instanceView) : null,
    disks: disksOf(body),
    urls: urlsOf(body),
  };
}

/** The same reading as of a row of the graph, so that a machine is classified in one way only. */
function machineOf({ id, name, type, location, resources, properties }: MachineBody): VirtualMachine {
  const { osDisk: os, dataDisks: disks } = properties.storageProfile;
  const extensions = (resources ?? []).flatMap(({ properties }) => properties ?? []);
  const ade = extensions.find(({ publisher, type }) => isDiskEncryption(publisher, type))?.settings;
  const power = properties.instanceView?.statuses?.find(({ code }) => code?.startsWith('PowerState/'))?.code;
  const { encryptionAtHost: atHost, securityType: security } = properties.securityProfile ?? {};
  const size = properties.hardwareProfile?.vmSize;
  return toMachine(expectBody(machineRow, { id, name, type, location, os, disks, power, atHost, security, size, ade: ade ?? null }));
}

const isDiskEncryption = (publisher: string | null | undefined, type: string | null | undefined) =>
  publisher?.toLowerCase() === 'microsoft.azure.security' && /^AzureDiskEncryption(ForLinux)?$/i.test(type ?? '');

function disksOf({ properties: { storageProfile, instanceView } }: MachineBody): EncryptedDisk[] {
  const views = new Map((instanceView?.disks ?? []).map((view) => [view.name, view]));
  const progress = encryptionProgress(instanceView?.extensions);
  const toDisk = (one: z.infer<typeof disk>, role: EncryptedDisk['role']): EncryptedDisk => ({
    name: one.name ?? '',
    role,
    sizeGiB: one.diskSizeGB ?? null,
    state: encryptionState(views.get(one.name), role, progress),
    diskEncryptionSet: nameOf(one.managedDisk?.diskEncryptionSet?.id ?? '') || null,
  });
  return [toDisk(storageProfile.osDisk, 'os'), ...(storageProfile.dataDisks ?? []).map((one) => toDisk(one, 'data'))];
}

/** With an Entra application the settings stand in the machine's model; those of disks without one only in how they run. */
function urlsOf({ properties: { storageProfile, instanceView } }: MachineBody): KeyUrls | undefined {
  const ofDisks = (instanceView?.disks ?? []).flatMap(({ encryptionSettings }) => encryptionSettings ?? []);
  const used = [storageProfile.osDisk.encryptionSettings, ...ofDisks].find((one) => one?.enabled && one.diskEncryptionKey?.secretUrl);
  const { secretUrl, sourceVault } = used?.diskEncryptionKey ?? {};
  if (!secretUrl || !sourceVault?.id) return undefined;
  const { keyUrl, sourceVault: keyVault } = used?.keyEncryptionKey ?? {};
  return { secretUrl, secretVaultId: sourceVault.id, ...(keyUrl && { key: { keyUrl, keyVaultId: keyVault?.id ?? sourceVault.id } }) };
}
