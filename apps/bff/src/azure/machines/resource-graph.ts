import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { ManagementGroupName } from '@tresor/contracts';
import * as z from 'zod';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { readAnswer } from '../connection/answer';
import { parseArmId } from '../connection/arm-id';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { expectPage } from '../connection/pages';
import { readUrlFor } from '../connection/read-url';

const RESOURCES = 'providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01';
/** The most rows one answer of Resource Graph holds. */
export const PAGE_SIZE = 1_000;

interface GraphPage<T> {
  total: number;
  rows: T[];
}

interface RowsBody<T> {
  totalRecords: number;
  data: T[];
}

/** The shape of an answer with such rows. Made once per query: a schema is compiled at its first use. */
export const rowsOf = <T>(row: z.ZodType<T>): z.ZodType<RowsBody<T>> =>
  z.object({ totalRecords: z.int(), data: z.preprocess(withNames, z.array(row)) });

const table = z.object({ columns: z.array(z.object({ name: z.string() })), rows: z.array(z.array(z.unknown())) });

/** Rows of a table, which the first versions answer with whatever is asked for, as objects. */
function withNames(data: unknown): unknown {
  if (Array.isArray(data)) return data;
  const read = table.safeParse(data).data;
  return read ? read.rows.map((row) => Object.fromEntries(read.columns.map(({ name }, place) => [name, row[place]]))) : data;
}

/** A query whose rows are in an order: without one each page is counted from another beginning, and rows come twice or never. */
export type OrderedQuery = `${string}\n| order by ${string}`;

/** The first page of tens of thousands of rows takes its time: all of them are sorted for it. */
const DEADLINE_MS = 25_000;

/** Where Resource Graph looks; without either in all subscriptions the user may see. */
export interface GraphScope {
  subscriptions?: string[];
  managementGroups?: string[];
}

/** Where a list over the estate looks that is narrowed to a management group, or is not. */
export const scopeOf = (managementGroup: ManagementGroupName | undefined): GraphScope =>
  managementGroup === undefined ? {} : { managementGroups: [managementGroup] };

function ask<T>(
  session: AzureSession,
  query: OrderedQuery,
  scope: GraphScope,
  skip: number,
  read: (response: PipelineResponse) => T | Promise<T>,
): Promise<T> {
  const options = { $top: PAGE_SIZE, $skip: skip, resultFormat: 'objectArray' };
  const body = { ...scope, query, options };
  const url = `${session.cloud.resourceManager}/${RESOURCES}`;
  return readUrlFor(session, clients.arm(session), { url, body, deadlineMs: DEADLINE_MS }, read);
}

function toPage<T>(page: z.ZodType<RowsBody<T>>, body: unknown): GraphPage<T> {
  const { totalRecords, data } = expectPage(page, body);
  return { total: totalRecords, rows: data };
}

/** One page of a query's rows. */
export async function queryPage<T>(
  session: AzureSession,
  page: z.ZodType<RowsBody<T>>,
  query: OrderedQuery,
  scope: GraphScope,
  skip = 0,
): Promise<GraphPage<T>> {
  const answer = await ask(session, query, scope, skip, readAnswer);
  return toPage(page, answer.body);
}

let last: Promise<unknown> = Promise.resolve();

/** Work that takes its time, such as reading a long answer: one piece after another, and anyone who waits for something else comes between. */
function inTurn<T>(work: () => T): Promise<T> {
  const turn = last.then(async () => {
    await othersFirst();
    return work();
  });
  last = turn.catch(() => undefined);
  return turn;
}

/** What is made of the pages of queries with such rows, one page at a time. Who asks for the same page at the same time is given the very same. */
export function sharedPages<T, M extends object>(
  page: z.ZodType<RowsBody<T>>,
  make: (page: GraphPage<T>) => M,
): (session: AzureSession, query: OrderedQuery, scope: GraphScope, skip: number) => Promise<M> {
  const made = new WeakMap<PipelineResponse, Promise<M>>();
  const read = (response: PipelineResponse): Promise<M> => {
    const result = made.get(response) ?? inTurn(() => make(toPage(page, readAnswer(response).body)));
    made.set(response, result);
    return result;
  };
  return (session, query, scope, skip) => ask(session, query, scope, skip, read);
}

/** Every row of a query, page after page. */
export async function queryAll<T>(
  session: AzureSession,
  page: z.ZodType<RowsBody<T>>,
  query: OrderedQuery,
  scope: GraphScope = {},
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const { total, rows: more } = await queryPage(session, page, query, scope, rows.length);
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) return rows;
  }
}

/** Keeps a query well below the length Resource Graph accepts. */
const IDS_PER_QUERY = 200;

/** Rows of named resources, from their subscriptions alone. */
export async function queryIds<T>(
  session: AzureSession,
  page: z.ZodType<RowsBody<T>>,
  queryOf: (ids: readonly string[]) => OrderedQuery,
  ids: readonly string[],
): Promise<T[]> {
  const chunks = Array.from({ length: Math.ceil(ids.length / IDS_PER_QUERY) }, (_, at) =>
    ids.slice(at * IDS_PER_QUERY, (at + 1) * IDS_PER_QUERY),
  );
  const subscriptions = [...new Set(ids.flatMap((id) => parseArmId(id)?.subscriptionId.toLowerCase() ?? []))];
  return (await Promise.all(chunks.map((chunk) => queryAll(session, page, queryOf(chunk), { subscriptions })))).flat();
}
