import type * as z from 'zod';
import { codeWord } from '../src/azure-words';
import { readings, type Reading } from '../src/azure/connection/answer';
import { errorIn } from '../src/azure/connection/refusal';
import { UpstreamFailure } from '../src/azure/connection/upstream-failure';
import { Problem } from '../src/problem';
import type { Operation } from './operations';
import { placeIn, type Place } from './places';
import { openRecorded } from './player';
import { textOf, type Exchange } from './recordings';

/** What a reader of the product made of one exchange; `misread` tells what was wrong. */
export interface Played {
  exchange: Exchange;
  /** `damaged`: what the recorder left of it is no answer. */
  result: 'read' | 'refused' | 'misread' | 'damaged';
  why: string | null;
}

/** An operation with everything that was played to its reader, and the shapes that it reads. */
export interface Replayed {
  operation: Operation;
  played: Played[];
  schemas: z.ZodType[];
  /** The operation of which it was recorded, where that is another. */
  as?: string;
}

const at = (
  { method, plane, answers = () => true }: Operation,
  template: string,
  all: readonly Exchange[],
): { exchange: Exchange; place: Place }[] =>
  all.flatMap((exchange) => {
    const place = exchange.method === method && answers(exchange) ? placeIn(plane, template, exchange.url) : undefined;
    return place ? [{ exchange, place }] : [];
  });

/** What was recorded of an operation or, where nothing was, of the one that is like it. */
function recordedOf(operation: Operation, all: readonly Exchange[]) {
  const { template, alike } = operation;
  const own = at(operation, template, all);
  if (own.length > 0 || !alike) return { recorded: own };
  return { recorded: at(operation, alike.template, all), as: alike.name };
}

/** Plays every exchange to the reader of its operation, through the real pipeline of the SDKs. */
export async function replay(operations: readonly Operation[], all: readonly Exchange[]): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  for (const operation of operations) replayed.push(await replayOne(operation, all));
  return replayed;
}

async function replayOne(operation: Operation, all: readonly Exchange[]): Promise<Replayed> {
  const schemas = new Set<z.ZodType>();
  const { read } = operation;
  const played: Played[] = [];
  if (read === null) return { operation, played, schemas: [] };
  const { recorded, as } = recordedOf(operation, all);
  for (const { exchange, place } of recorded.length > 0 ? recorded : [nothing(operation)]) {
    const note = ({ schema, body }: Reading) => {
      if (JSON.stringify(body) === textOf(exchange)) schemas.add(schema);
    };
    readings.on('reading', note);
    const result = await play(() => read(openRecorded(operation, exchange, all), place, exchange), exchange);
    readings.off('reading', note);
    if (recorded.length > 0) played.push(result);
  }
  return { operation, played, schemas: [...schemas], ...(as !== undefined && { as }) };
}

const NAME = '00000000-0000-4000-8000-000000000000';

/** An answer that nobody recorded and that holds nothing: it shows what a reader would look at. */
function nothing({ method, plane, template }: Operation): { exchange: Exchange; place: Place } {
  const path = template.replace('{scope}', `/subscriptions/${NAME}`).replaceAll(/\{(\w+)\}/g, NAME);
  const host =
    { arm: 'management.azure.com', 'key-vault': 'kv.vault.azure.net', blobs: 'account.blob.core.windows.net' }[plane] ??
    'graph.microsoft.com';
  const url = `https://${host}${path}`;
  const exchange = { operation: '', method, url, status: 200, body: {}, headers: {}, file: '', line: 0 };
  return { exchange, place: placeIn(plane, template, url) ?? {} };
}

const isDamaged = ({ body, headers }: Exchange): boolean => {
  if (typeof body !== 'string' || body === '' || !headers?.['content-type']?.includes('json')) return false;
  try {
    JSON.parse(body);
    return false;
  } catch {
    return true;
  }
};

async function play(read: () => Promise<unknown>, exchange: Exchange): Promise<Played> {
  if (isDamaged(exchange)) return { exchange, result: 'damaged', why: null };
  try {
    await read();
    return { exchange, result: 'read', why: null };
  } catch (error) {
    const why = faultOf(error, exchange);
    return { exchange, result: why === null ? 'refused' : 'misread', why };
  }
}

/** What is wrong with how a refusal was understood; null where nothing is. */
function faultOf(error: unknown, exchange: Exchange): string | null {
  if (error instanceof Problem) return exchange.status >= 400 ? null : `${error.code} where Azure answered ${exchange.status}`;
  if (!(error instanceof UpstreamFailure)) return String(error);
  const { kind, details } = error;
  if (kind !== 'refused') return `${kind}: ${details.cause instanceof Error ? details.cause.message : ''}`;
  if (details.status !== exchange.status) return `status ${details.status} instead of ${exchange.status}`;
  const code = codeWord(errorIn(textOf(exchange))?.code ?? headerOf(exchange, 'x-ms-error-code'));
  return details.azureCode === code ? null : `code ${details.azureCode} instead of ${code}`;
}

export const headerOf = ({ headers }: Exchange, name: string): string | undefined => headers?.[name];
