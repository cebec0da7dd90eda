import * as z from 'zod';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { readUrl } from '../connection/read-url';

const RESOURCES = 'providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01';
/** The most rows one answer of Resource Graph holds. */
export const PAGE_SIZE = 1_000;

export interface GraphPage<T> {
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

/** One page of a query's rows. Without subscriptions Resource Graph looks in all the user may see. */
export async function queryPage<T>(
  session: AzureSession,
  page: z.ZodType<RowsBody<T>>,
  query: string,
  subscriptions: string[] | undefined,
  skip = 0,
): Promise<GraphPage<T>> {
  const body = {
    ...(subscriptions && { subscriptions }),
    query,
    options: { $top: PAGE_SIZE, $skip: skip, resultFormat: 'objectArray' },
  };
  const answer = await readUrl(session, clients.arm(session), `${session.cloud.resourceManager}/${RESOURCES}`, body);
  const { totalRecords, data } = expectBody(page, answer.body);
  return { total: totalRecords, rows: data };
}

/** Every row of a query, page after page. */
export async function queryAll<T>(
  session: AzureSession,
  page: z.ZodType<RowsBody<T>>,
  query: string,
  subscriptions?: string[],
): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const { total, rows: more } = await queryPage(session, page, query, subscriptions, rows.length);
    rows.push(...more);
    if (more.length === 0 || rows.length >= total) return rows;
  }
}
