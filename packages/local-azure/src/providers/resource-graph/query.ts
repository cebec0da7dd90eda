import type { ArmAnswer, ArmCall } from '../../arm/route';
import { rightsOf } from '../../world/authorization/access';
import { at, record, text } from '../../world/json';
import { changesUnknown } from '../../world/time/lagging';
import { hexOf } from '../../world/stable-ids';
import type { World } from '../../world/world';
import { refuseTooManyJoins } from './kql/limits';
import { parseQuery } from './kql/parse-query';
import { QueryError } from './kql/query-error';
import { runQuery } from './kql/run-query';
import { isObject, type Row } from './kql/values';
import { keptResult } from './kept-results';
import { packed, type PackedTable } from './packed-table';
import { rowsOf, subscriptionsIn, type Tables } from './tables';
import { own } from '../../world/own';

/** Rows an answer holds at most. */
const LARGEST_PAGE = 1000;

/** POST /providers/Microsoft.ResourceGraph/resources: answers a query over these tables, a page at a time. */
export async function queryResources(tables: Tables, call: ArmCall): Promise<ArmAnswer> {
  const query = text(record(call.body)['query']);
  if (query === undefined) return refusal(call, [{ code: 'InvalidRequest', message: 'The query of the request is missing.' }]);
  try {
    const subscriptionIds = subscriptionsIn(call);
    if (subscriptionIds === undefined) return refusal(call, [ACCESS_DENIED], { status: 403, code: ACCESS_DENIED.code });
    const { objectId, tenantId } = call.principal;
    // What asks for a moment is another question at another moment, and so is what runs.
    const now = /\b(?:now|ago)\s*\(|backupjobs/i.test(query) ? call.world.clock.now() : 0;
    const question = JSON.stringify([rightsOf(call.world, objectId), tenantId, call.origin, subscriptionIds, query, now]);
    const parsed = parseQuery(query, now);
    refuseTooManyJoins(parsed);
    const span = spanOf(call);
    if (!span) return refusal(call, [{ code: 'InvalidRequest', message: 'The values of $top, $skip or $skipToken are not valid.' }]);
    const { start, size } = span;
    const evaluate = () => packed(runQuery(parsed, rowsOf(tables, call, subscriptionIds)));
    return pageOf(
      call,
      await keptResult(call.world, question, { state: () => stateSeen(call.world), goesOn: start > 0, evaluate }),
      start,
      size,
    );
  } catch (error) {
    if (error instanceof QueryError) return refusal(call, [INVALID_QUERY, detailOf(error)]);
    // Nested deeper than the stack, or a value longer than a text may be.
    if (error instanceof RangeError) return refusal(call, [INVALID_QUERY, { code: 'SemanticError', message: 'The query is too complex.' }]);
    throw error;
  }
}

/** What of the world the graph sees at this moment: which changes there were, and which of them it does not know yet. */
function stateSeen(world: World): string {
  const behind = changesUnknown(world, 'resource-graph').map(({ id, at: moment }) => [id, moment]);
  return `${world.generation} ${hexOf(JSON.stringify(behind))}`;
}

/** The page that `options` asks for. The service can only go on after a page when the rows have ids. */
function pageOf(call: ArmCall, result: PackedTable, start: number, size: number): ArmAnswer {
  const { total } = result;
  const count = Math.max(0, Math.min(size, total - start));
  const more = start + count < total;
  const pageable = result.columns.includes('id');
  const rest = JSON.stringify({
    totalRecords: total,
    count,
    facets: [],
    resultTruncated: more && !pageable ? 'true' : 'false',
    ...(more && pageable && { $skipToken: tokenFor(start + count) }),
  });
  const data = option(call, 'resultFormat') === 'table' ? tableOf(result, start, count) : result.json(start, count);
  return {
    status: 200,
    json: `${rest.slice(0, -1)},"data":${data}}`,
  };
}

/** Where a page begins, and its rows; undefined for what is no number of them. */
function spanOf(call: ArmCall): { start: number; size: number } | undefined {
  const token = option(call, '$skipToken');
  const start = token == null ? (option(call, '$skip') ?? 0) : offsetIn(token);
  const size = option(call, '$top') ?? LARGEST_PAGE;
  if (!isCount(start) || !isCount(size) || size === 0) return undefined;
  return { start, size: Math.min(size, LARGEST_PAGE) };
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function tableOf(result: PackedTable, start: number, count: number): string {
  const rows = result.rows(start, count);
  const columns = result.columns.map((name) => ({ name, type: typeOf(rows, name) }));
  return JSON.stringify({ columns, rows: rows.map((row) => result.columns.map((name) => own(row, name) ?? null)) });
}

const option = (call: ArmCall, name: string): unknown => at(call.body, 'options', name);

const tokenFor = (offset: number): string => Buffer.from(JSON.stringify({ offset })).toString('base64');

function offsetIn(token: unknown): number | undefined {
  const offset = Number(/\d+/.exec(Buffer.from(text(token) ?? '', 'base64').toString('utf8'))?.[0]);
  return Number.isInteger(offset) ? offset : undefined;
}

function typeOf(rows: readonly Row[], name: string): string {
  const value = own(rows.find((row) => own(row, name) != null) ?? {}, name);
  if (Array.isArray(value) || isObject(value)) return 'object';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'boolean' ? 'boolean' : 'string';
}

const ACCESS_DENIED = {
  code: 'AccessDenied',
  message: 'Access is denied to the requested resource. The user might not have enough permission.',
};

const INVALID_QUERY = {
  code: 'InvalidQuery',
  message: 'Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.',
};

function detailOf({ code, message, line, column, token }: QueryError): Record<string, unknown> {
  if (line === undefined) return { code, message };
  return { code, message: code, line, characterPositionInLine: column, token };
}

/** The real reason of a refusal stands in its details; the message only says what to quote. */
function refusal(call: ArmCall, details: readonly unknown[], { status, code } = { status: 400, code: 'BadRequest' }): ArmAnswer {
  const timestamp = new Date(call.world.clock.now()).toISOString();
  const message = `Please provide below info when asking for support: timestamp = ${timestamp}, correlationId = ${call.correlationId}.`;
  return { status, body: { error: { code, message, details } } };
}
