import type { VirtualMachine, VirtualMachinePage } from '@tresor/contracts';
import pLimit from 'p-limit';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { ALL_MACHINES, machinesNamed } from './machine-query';
import { machineRow, toMachine } from './machine-row';
import { PAGE_SIZE, queryAll, queryPage, rowsOf } from './resource-graph';

const PARALLEL_PAGES = 4;
const machineRows = rowsOf(machineRow);
/** Keeps a query well below the length Resource Graph accepts. */
const IDS_PER_QUERY = 200;

async function readPage(session: AzureSession, subscriptionId: string, skip: number): Promise<VirtualMachinePage> {
  const { total, rows } = await queryPage(session, machineRows, ALL_MACHINES, [subscriptionId], skip);
  return { total, rows: rows.map(toMachine) };
}

/** The machines of a subscription: the first page at once, the others in order as they arrive, a few under way at a time. */
export async function streamMachines(session: AzureSession, subscriptionId: string): Promise<AsyncGenerator<VirtualMachinePage, void>> {
  const first = await readPage(session, subscriptionId, 0);
  async function* pages(): AsyncGenerator<VirtualMachinePage, void> {
    const limit = pLimit(PARALLEL_PAGES);
    const skips = Array.from({ length: Math.max(0, Math.ceil(first.total / PAGE_SIZE) - 1) }, (_, i) => (i + 1) * PAGE_SIZE);
    const others = skips.map((skip) => limit(() => readPage(session, subscriptionId, skip)));
    for (const other of others) other.catch(() => limit.clearQueue());
    yield first;
    for (const other of others) yield { ...(await other), total: first.total };
  }
  return pages();
}

/** Fresh facts of named machines; those that are gone or not to be seen are missing. */
export async function readMachines(session: AzureSession, ids: string[]): Promise<VirtualMachine[]> {
  const chunks = Array.from({ length: Math.ceil(ids.length / IDS_PER_QUERY) }, (_, i) =>
    ids.slice(i * IDS_PER_QUERY, (i + 1) * IDS_PER_QUERY),
  );
  const subscriptions = [...new Set(ids.flatMap((id) => parseArmId(id)?.subscriptionId.toLowerCase() ?? []))];
  const found = await Promise.all(chunks.map((chunk) => queryAll(session, machineRows, machinesNamed(chunk), subscriptions)));
  return found.flat().map(toMachine);
}
