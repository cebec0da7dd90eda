import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';
import { momentOf } from '../moments';
import { diskViewBody, encryptionExtension, encryptionProgress, encryptionState, extensionViewBody } from './encryption-state';
import { readWholeList } from '../whole-list';
import { codeWord, sanitise } from '../../azure-words';
import { own } from '../../own';
import { API_VERSIONS } from '../connection/api-versions';

const text = z.string().nullish();
const status = z.object({ code: text, time: text, message: text });

const machineBody = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    provisioningState: text,
    timeCreated: text,
    storageProfile: z
      .object({
        osDisk: z.object({ name: text, vhd: z.object({ uri: text }).nullish(), managedDisk: z.object({ id: text }).nullish() }).nullish(),
        dataDisks: z.array(z.unknown()).nullish(),
      })
      .nullish(),
    instanceView: z
      .object({
        vmAgent: z.object({ statuses: z.array(status).nullish() }).nullish(),
        statuses: z.array(status).nullish(),
        disks: z.array(diskViewBody).nullish(),
        extensions: z.array(extensionViewBody).nullish(),
      })
      .nullish(),
  }),
});

const machines = { type: 'Microsoft.Compute/virtualMachines', apiVersion: API_VERSIONS.compute, element: machineBody };

type MachineBody = z.infer<typeof machineBody>;

/** Why Azure says that something failed. */
export interface Failure {
  code: string | null;
  message: string | null;
}

/** What tells of a machine made of restored disks how far it is. */
export interface MachineState {
  id: string;
  /** ARM id or URL of the system's disk. */
  osDisk: string;
  provisioning: 'running' | 'failed' | 'done' | 'deleting';
  /** Why its last operation failed; null where it did not, or Azure does not say. */
  failure: Failure | null;
  isOff: boolean;
  /** When it was made, by Azure's clock; null where Azure does not say. */
  created: string | null;
  agentReady: boolean;
  /** Azure's own clock between its creation and the agent's last word. */
  secondsWithoutAgent: number;
  allDisksEncrypted: boolean;
  /** Names of the disks that count as not encrypted. */
  plainDisks: string[];
  /** How the last run of the disk encryption extension ended; null where there was none. */
  extension: 'running' | 'failed' | 'done' | null;
  extensionFailure: Failure | null;
}

/** Undefined where there is no such machine. */
export async function readMachine(session: AzureSession, id: string): Promise<MachineState | undefined> {
  const named = parseArmId(id);
  if (!named) return undefined;
  try {
    const answer = await call(session, 'read', (options) =>
      clients
        .compute(session, named.subscriptionId)
        .virtualMachines.get(named.resourceGroup, named.name, { ...options, expand: 'instanceView' }),
    );
    return toState(expectBody(machineBody, answer.body));
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** The machine that runs from a VHD of a container, if one in sight does: VHDs do not know who uses them. */
export async function findMachineOfVhds(
  session: AzureSession,
  subscriptionId: string,
  containerUrls: readonly string[],
): Promise<string | null> {
  const all = await readWholeList(session, subscriptionId, machines);
  const isIn = (url: string) => containerUrls.some((container) => url.toLowerCase().startsWith(`${container.toLowerCase()}/`));
  return all.find((machine) => isIn(osDiskOf(machine)))?.id ?? null;
}

function osDiskOf({ properties }: MachineBody): string {
  const { vhd, managedDisk } = properties.storageProfile?.osDisk ?? {};
  return managedDisk?.id ?? vhd?.uri ?? '';
}

const RESULTS: Record<string, 'done' | 'failed'> = { succeeded: 'done', failed: 'failed' };

/** The status that tells of a failure: its code ends in that of the error, its message may begin with a version. */
function failureIn(statuses: z.infer<typeof status>[] | null | undefined): Failure | null {
  const failed = statuses?.find(({ code }) => code?.toLowerCase().startsWith('provisioningstate/failed'));
  if (!failed) return null;
  const message = sanitise(failed.message?.replace(/^\[[\d.]*\]\s*/, '') ?? '');
  return { code: codeWord(failed.code?.split('/')[2]) ?? null, message: message || null };
}

function toState(body: MachineBody): MachineState {
  const { provisioningState, timeCreated, storageProfile, instanceView } = body.properties;
  const extension = encryptionExtension(instanceView?.extensions);
  const progress = encryptionProgress(instanceView?.extensions);
  const agent = instanceView?.vmAgent?.statuses?.[0];
  const disks = instanceView?.disks ?? [];
  const osDisk = storageProfile?.osDisk;
  const roleOf = ({ name }: (typeof disks)[number]) => (name != null && name === osDisk?.name ? 'os' : 'data');
  const isEncrypted = (disk: (typeof disks)[number]) => encryptionState(disk, roleOf(disk), progress) === 'encrypted';
  const word = (provisioningState ?? '').toLowerCase();
  const outcome = word === 'deleting' ? word : (own(RESULTS, word) ?? 'running');
  const ran = progress?.run ?? null;
  const codes = (instanceView?.statuses ?? []).map(({ code }) => code?.toLowerCase());
  const seconds = (Date.parse(agent?.time ?? '') - Date.parse(timeCreated ?? '')) / 1000;
  return {
    id: body.id,
    osDisk: osDiskOf(body),
    provisioning: outcome,
    failure: outcome === 'failed' ? failureIn(instanceView?.statuses) : null,
    isOff: codes.some((code) => code === 'powerstate/stopped' || code === 'powerstate/deallocated'),
    created: momentOf(timeCreated),
    agentReady: agent?.code?.toLowerCase() === 'provisioningstate/succeeded',
    secondsWithoutAgent: Number.isNaN(seconds) ? 0 : seconds,
    allDisksEncrypted: disks.length > (storageProfile?.dataDisks?.length ?? 0) && disks.every(isEncrypted),
    plainDisks: disks.filter((disk) => !isEncrypted(disk)).flatMap(({ name }) => name ?? []),
    extension: ran,
    extensionFailure: ran === 'failed' ? failureIn(extension?.statuses) : null,
  };
}
