import type { ArmAnswer, ArmCall } from '../../arm/route';
import { at, record, text } from '../../world/json';
import { parseQuery } from './kql/parse-query';
import { QueryError } from './kql/query-error';
import { runQuery } from './kql/run-query';
import type { Table } from './kql/table';
import { isBag, type Row } from './kql/values';
import { keptResult } from './kept-results';
import { subscriptionsIn, tablesOf } from './tables';
import { own } from '../../world/own';

/** Rows an answer holds at most. */
const LARGEST_PAGE = 1000;

/** POST /providers/Microsoft.ResourceGraph/resources: answers a query, a page at a time. */
export function queryResources(call: ArmCall): ArmAnswer {
  const query = text(record(call.body)['query']);
  if (query === undefined) return refusal(call, [{ code: 'InvalidRequest', message: 'The query of the request is missing.' }]);
  try {
    const subscriptionIds = subscriptionsIn(call);
    const question = JSON.stringify([call.principal.objectId, call.origin, subscriptionIds, query]);
    const parsed = parseQuery(query);
    return pageOf(
      call,
      keptResult(call.world, question, () => runQuery(parsed, tablesOf(call, subscriptionIds))),
    );
  } catch (error) {
    if (error instanceof QueryError) return refusal(call, [INVALID_QUERY, detailOf(error)]);
    throw error;
  }
}

/** The page that `options` asks for. The service can only go on after a page when the rows have ids. */
function pageOf(call: ArmCall, result: Table): ArmAnswer {
  const total = result.rows.length;
  const size = Math.min(Number(option(call, '$top') ?? LARGEST_PAGE), LARGEST_PAGE);
  const start = offsetIn(option(call, '$skipToken')) ?? Number(option(call, '$skip') ?? 0);
  const rows = result.rows.slice(start, start + size);
  const more = start + rows.length < total;
  const pageable = result.columns.includes('id');
  const columns = result.columns.map((name) => ({ name, type: typeOf(rows, name) }));
  return {
    status: 200,
    headers: { 'x-ms-user-quota-remaining': '14', 'x-ms-user-quota-resets-after': '00:00:05' },
    body: {
      totalRecords: total,
      count: rows.length,
      data: option(call, 'resultFormat') === 'table' ? { columns, rows: rows.map((row) => cells(result, row)) } : rows,
      facets: [],
      resultTruncated: more && !pageable ? 'true' : 'false',
      ...(more && pageable && { $skipToken: tokenFor(start + rows.length) }),
    },
  };
}

const option = (call: ArmCall, name: string): unknown => at(call.body, 'options', name);

const tokenFor = (offset: number): string => Buffer.from(JSON.stringify({ offset })).toString('base64');

function offsetIn(token: unknown): number | undefined {
  const offset = Number(/\d+/.exec(Buffer.from(text(token) ?? '', 'base64').toString('utf8'))?.[0]);
  return Number.isInteger(offset) ? offset : undefined;
}

const cells = ({ columns }: Table, row: Row): unknown[] => columns.map((name) => own(row, name) ?? null);

function typeOf(rows: readonly Row[], name: string): string {
  const value = own(rows.find((row) => own(row, name) != null) ?? {}, name);
  if (Array.isArray(value) || isBag(value)) return 'object';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

const INVALID_QUERY = {
  code: 'InvalidQuery',
  message: 'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
};

function detailOf({ code, message, line, column, token }: QueryError): Record<string, unknown> {
  if (line === undefined) return { code, message };
  return { code, message: code, line, characterPositionInLine: column, token };
}

/** The real reason of a refusal stands in its details; the message only says what to quote. */
function refusal(call: ArmCall, details: readonly unknown[]): ArmAnswer {
  const timestamp = new Date(call.world.clock.now()).toISOString();
  const message = `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${call.correlationId}.`;
  return { status: 400, body: { error: { code: 'BadRequest', message, details } } };
}
