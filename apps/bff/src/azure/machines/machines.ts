import { virtualMachinePage, type ManagementGroupName, type SubscriptionId, type VirtualMachine } from '@tresor/contracts';
import * as z from 'zod';
import type { AzureSession } from '../connection/azure';
import { ALL_MACHINES, machinesIn, machinesNamed, subscriptionsBelow } from './machine-query';
import { machineRow, toMachine } from './machine-row';
import { PAGE_SIZE, queryAll, queryIds, rowsOf, sharedPages, type OrderedQuery } from './resource-graph';

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

/** Keeps a query well below the length Resource Graph accepts. */
const SUBSCRIPTIONS_PER_QUERY = 500;

async function queriesOf(session: AzureSession, { managementGroup }: MachinesOf): Promise<OrderedQuery[]> {
  if (managementGroup === undefined) return [ALL_MACHINES];
  const ids = await listSubscriptionsBelow(session, managementGroup);
  const parts = Math.max(1, Math.ceil(ids.length / SUBSCRIPTIONS_PER_QUERY));
  return Array.from({ length: parts }, (_, at) => machinesIn(ids.slice(at * SUBSCRIPTIONS_PER_QUERY, (at + 1) * SUBSCRIPTIONS_PER_QUERY)));
}

/**
 * Machines by name: the first page at once, the others in order as they arrive, a few under way at a time. Of very many subscriptions part
 * after part, by name within each: no query of Resource Graph puts them all in order.
 */
export async function streamMachines(session: AzureSession, of: MachinesOf): Promise<AsyncGenerator<WrittenPage, void>> {
  const queries = await queriesOf(session, of);
  const scope = of.subscriptionId === undefined ? {} : { subscriptions: [of.subscriptionId] };
  const read = (query: OrderedQuery, skip: number) => readPage(session, query, scope, skip);
  const firsts = await Promise.all(queries.map(async (query) => ({ query, page: await read(query, 0) })));
  const total = firsts.reduce((sum, { page }) => sum + page.total, 0);
  const left = firsts.flatMap(({ query, page }) => [
    async () => page,
    ...Array.from({ length: Math.max(0, Math.ceil(page.total / PAGE_SIZE) - 1) }, (_, at) => () => read(query, (at + 1) * PAGE_SIZE)),
  ]);
  async function* pages(): AsyncGenerator<WrittenPage, void> {
    const ahead: Promise<WrittenPage>[] = [];
    const readAhead = () => {
      const page = left.shift()?.();
      if (!page) return;
      page.catch(() => undefined);
      ahead.push(page);
    };
    for (let count = 0; count < PAGES_AHEAD; count += 1) readAhead();
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
