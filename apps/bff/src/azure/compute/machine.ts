import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import { isStatus } from '../connection/upstream-failure';
import { momentOf } from '../moments';
import {
  diskViewBody,
  encryptionExtension,
  encryptionProgress,
  encryptionState,
  extensionViewBody,
  type EncryptionProgress,
} from './encryption-state';
import { readWholeList } from '../whole-list';
import { codeWord, sanitise } from '../../azure-words';
import { own } from '../../own';
import { API_VERSIONS } from '../connection/api-versions';

const text = z.string().nullish();
const status = z.object({ code: text, time: text, message: text });

const diskInModel = z.object({ name: text, vhd: z.object({ uri: text }).nullish(), managedDisk: z.object({ id: text }).nullish() });

const machineBody = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({
    provisioningState: text,
    timeCreated: text,
    storageProfile: z
      .object({
        osDisk: diskInModel.nullish(),
        dataDisks: z.array(diskInModel).nullish(),
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

/** A disk of a machine that does not count as encrypted. */
export interface PlainDisk {
  name: string;
  /** ARM id or URL. */
  place: string;
  isSystem: boolean;
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
  /** Its disks that do not count as encrypted, that of the system first. */
  plainDisks: PlainDisk[];
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

type DiskInModel = z.infer<typeof diskInModel>;

const placeOf = ({ vhd, managedDisk }: DiskInModel): string => managedDisk?.id ?? vhd?.uri ?? '';

const osDiskOf = ({ properties }: MachineBody): string => placeOf(properties.storageProfile?.osDisk ?? {});

const shown = (disk: DiskInModel, isSystem: boolean): PlainDisk => ({ name: disk.name ?? '', place: placeOf(disk), isSystem });

function plainDisksOf({ storageProfile, instanceView }: MachineBody['properties'], progress: EncryptionProgress | undefined): PlainDisk[] {
  const views = new Map((instanceView?.disks ?? []).map((view) => [view.name, view]));
  const { osDisk, dataDisks } = storageProfile ?? {};
  const isPlain = ({ name }: DiskInModel, role: 'os' | 'data') => encryptionState(views.get(name), role, progress) !== 'encrypted';
  return [
    ...(osDisk && isPlain(osDisk, 'os') ? [shown(osDisk, true)] : []),
    ...(dataDisks ?? []).filter((disk) => isPlain(disk, 'data')).map((disk) => shown(disk, false)),
  ];
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
  const { provisioningState, timeCreated, instanceView } = body.properties;
  const extension = encryptionExtension(instanceView?.extensions);
  const progress = encryptionProgress(instanceView?.extensions);
  const agent = instanceView?.vmAgent?.statuses?.[0];
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
    plainDisks: plainDisksOf(body.properties, progress),
    extension: ran,
    extensionFailure: ran === 'failed' ? failureIn(extension?.statuses) : null,
  };
}
