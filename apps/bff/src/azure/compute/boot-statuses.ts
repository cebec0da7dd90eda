import type { BootStatus, MachinePath } from '@tresor/contracts';
import * as z from 'zod';
import { sanitise } from '../../azure-words';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';

const text = z.string().nullish();
const statuses = z.array(z.object({ code: z.string(), displayStatus: text, message: text, time: text })).nullish();

const viewBody = z.object({
  statuses,
  vmAgent: z.object({ statuses }).nullish(),
  disks: z.array(z.object({ name: z.string(), statuses })).nullish(),
});

/** More than a machine with all disks that Azure lets it have has. */
const MOST = 80;
const MOST_LETTERS = 300;

/** What Compute says of how a machine, its agent and its disks stand, as it says it. */
export async function readBootStatuses(session: AzureSession, { subscriptionId, vmGroup, vmName }: MachinePath): Promise<BootStatus[]> {
  const { body } = await call(session, 'read', (options) =>
    clients.compute(session, subscriptionId).virtualMachines.instanceView(vmGroup, vmName, options),
  );
  const view = expectBody(viewBody, body);
  const all = [
    { of: 'machine', statuses: view.statuses },
    { of: 'agent', statuses: view.vmAgent?.statuses },
    ...(view.disks ?? []).map(({ name, statuses: ofDisk }) => ({ of: name, statuses: ofDisk })),
  ];
  return all
    .flatMap(({ of, statuses: some }) =>
      (some ?? []).map(({ code, displayStatus, message, time }) => ({
        of,
        code,
        displayStatus: displayStatus ?? null,
        message: sanitise(message ?? undefined)?.slice(0, MOST_LETTERS) ?? null,
        time: time ?? null,
      })),
    )
    .slice(0, MOST);
}
