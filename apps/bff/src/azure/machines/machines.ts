import { virtualMachinePage, type ManagementGroupName, type SubscriptionId, type VirtualMachine } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { ALL_MACHINES, machinesIn, machinesNamed, subscriptionsBelow } from './machine-query';
import { machineRow, toMachine } from './machine-row';
import { PAGE_SIZE, queryAll, queryIds, rowsOf, sharedPages } from './resource-graph';

/** So many pages are under way, or wait to be sent, for one list. */
const PAGES_AHEAD = 4;
const machineRows = rowsOf(machineRow);

const subscriptionRows = rowsOf(z.object({ subscriptionId: z.string() }));

async function listSubscriptionsBelow(session: AzureSession, group: ManagementGroupName): Promise<string[]> {
  const rows = await queryAll(session, subscriptionRows, subscriptionsBelow(group));
  return rows.map(({ subscriptionId }) => subscriptionId);
}

/** A page as JSON. It is written once for all lists of a user that are read at the same time. */
export interface WrittenPage {
  total: number;
  /** The rows as JSON. */
  rows: Buffer;
}

const readPage = sharedPages(machineRows, ({ total, rows }): WrittenPage => {
  const page = virtualMachinePage.parse({ total, rows: rows.map(toMachine) });
  return { total, rows: Buffer.from(JSON.stringify(page.rows)) };
});

/** Which machines: those of a subscription, or of the subscriptions in a management group; without either all the user may see. */
export interface MachinesOf {
  subscriptionId?: SubscriptionId | undefined;
  managementGroup?: ManagementGroupName | undefined;
}

/** Machines: the first page at once, the others in order as they arrive, a few under way at a time. */
export async function streamMachines(
  session: AzureSession,
  { subscriptionId, managementGroup }: MachinesOf,
): Promise<AsyncGenerator<WrittenPage, void>> {
  const query = managementGroup === undefined ? ALL_MACHINES : machinesIn(await listSubscriptionsBelow(session, managementGroup));
  const scope = subscriptionId === undefined ? {} : { subscriptions: [subscriptionId] };
  const first = await readPage(session, query, scope, 0);
  const { total } = first;
  async function* pages(): AsyncGenerator<WrittenPage, void> {
    const ahead: Promise<WrittenPage>[] = [];
    const readAhead = () => {
      const skip = (readTo += PAGE_SIZE);
      if (skip >= total) return;
      const page = readPage(session, query, scope, skip);
      page.catch(() => undefined);
      ahead.push(page);
    };
    let readTo = 0;
    for (let count = 0; count < PAGES_AHEAD; count += 1) readAhead();
    yield first;
    for (let next = ahead.shift(); next; next = ahead.shift()) {
      const { rows } = await next;
      readAhead();
      yield { total, rows };
    }
  }
  return pages();
}

/** Fresh facts of named machines; those that are gone or not to be seen are missing. */
export async function readMachines(session: AzureSession, ids: string[]): Promise<VirtualMachine[]> {
  return (await queryIds(session, machineRows, machinesNamed, ids)).map(toMachine);
}
