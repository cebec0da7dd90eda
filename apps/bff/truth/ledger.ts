import type * as z from 'zod';
import { KNOWN_CODES } from '../src/azure/connection/failures';
import { errorIn } from '../src/azure/connection/refusal';
import { keptBody } from '../src/azure/restores/kept-settings';
import { configBody } from '../src/azure/restores/restored-config';
import { fieldsOf, hasField } from './fields';
import type { OpenApi } from './open-api';
import { textOf, type Exchange } from './recordings';
import { headerOf, type Played, type Replayed } from './replay';

/** Why the product may rely on something: it was recorded, the OpenAPI files describe it, or it is assumed. */
export type Grounds =
  | { kind: 'recorded'; date: string; apiVersion: string | null; count: number; as?: string }
  | { kind: 'described' }
  | { kind: 'assumed' };

export interface Row {
  name: string;
  grounds: Grounds;
}

/** An operation, or a group of things that many have in common, with everything in its answers that decides. */
export interface Entry extends Row {
  method: string | null;
  path: string | null;
  fields: Row[];
}

export interface Ledger {
  exchanges: number;
  operations: { all: number; recorded: number };
  fields: { all: number; recorded: number };
  entries: Entry[];
  /** What the doctor alone reads; it counts in none of the figures. */
  ofDoctor: Entry[];
}

/** The newest of some exchanges. */
function recordedIn(exchanges: readonly Exchange[]): Grounds | undefined {
  const dated = exchanges.map(({ recorded, apiVersion }) => ({ date: dayOf(recorded), apiVersion: apiVersion ?? null }));
  const [newest] = dated.toSorted((a, b) => b.date.localeCompare(a.date) || (b.apiVersion ?? '').localeCompare(a.apiVersion ?? ''));
  return newest && { kind: 'recorded', ...newest, count: exchanges.length };
}

const dayOf = (text: string | null | undefined): string => {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? '' : new Date(moment).toISOString().slice(0, 10);
};

const understood = (played: readonly Played[]) =>
  played.filter(({ result }) => result === 'read' || result === 'refused').map(({ exchange }) => exchange);

const described = (is: boolean): Grounds => ({ kind: is ? 'described' : 'assumed' });

function entryOf({ operation, played, schemas, as }: Replayed, openApi: OpenApi): Entry {
  const read = understood(played);
  const recorded = (exchanges: readonly Exchange[]): Grounds | undefined => {
    const found = recordedIn(exchanges);
    return found?.kind === 'recorded' && as !== undefined ? { ...found, as } : found;
  };
  const names = [...new Set(schemas.flatMap(fieldsOf))].filter((name) => name !== '').toSorted();
  return {
    name: operation.name,
    method: operation.method,
    path: operation.template,
    grounds: isFoundNowhere(operation.name, '') ? { kind: 'assumed' } : (recorded(read) ?? described(openApi.describes(operation))),
    fields: names.map((name) => ({
      name,
      grounds: isFoundNowhere(operation.name, name)
        ? { kind: 'assumed' }
        : (recorded(read.filter(({ body }) => hasField(body, name))) ?? described(openApi.describesField(operation, name))),
    })),
  };
}

const HEADERS = [
  'azure-asyncoperation',
  'date',
  'location',
  'retry-after',
  'www-authenticate',
  'x-ms-error-code',
  'x-ms-ratelimit-remaining-subscription-writes',
];

const group = (name: string, fields: Row[]): Entry => ({
  name,
  method: null,
  path: null,
  grounds: fields.find(({ grounds }) => grounds.kind === 'recorded')?.grounds ?? { kind: 'assumed' },
  fields,
});

const recordedOr = (exchanges: readonly Exchange[]): Grounds => recordedIn(exchanges) ?? { kind: 'assumed' };

const assumed = (schema: z.ZodType): Row[] => fieldsOf(schema).map((name) => ({ name, grounds: { kind: 'assumed' } }));

/**
 * What was searched for in every public recording and found in none: Azure's descriptions may tell its shape, and how the service behaves is
 * assumed all the same.
 */
const FOUND_NOWHERE = [
  ['RecoveryPoints_Get', 'properties.keyAndSecret.'],
  ['RecoveryPoints_List', 'value[].properties.isSourceVMEncrypted'],
  ['ProtectionIntent_Validate', ''],
  ['Operation_Validate', ''],
] as const;

const isFoundNowhere = (operation: string, field: string) =>
  FOUND_NOWHERE.some(
    ([name, beginning]) => name === operation && (beginning === '' || (field !== '' && `${field}.`.startsWith(beginning))),
  );

/** What is not of one operation: codes, headers, and the files that a restore leaves. */
function commonEntries(all: readonly Exchange[]): Entry[] {
  const errors = all.flatMap((exchange) => {
    const refusal = exchange.status >= 400 ? errorIn(textOf(exchange)) : undefined;
    return refusal ? [{ exchange, codes: [refusal.code, refusal.innerCode] }] : [];
  });
  const withCode = (code: string) => errors.filter(({ codes }) => codes.includes(code)).map(({ exchange }) => exchange);
  return [
    group('Restored configuration', [...assumed(configBody), ...assumed(keptBody)]),
    group(
      'Error codes',
      KNOWN_CODES.map((name) => ({ name, grounds: recordedOr(withCode(name)) })),
    ),
    group(
      'Headers',
      HEADERS.map((name) => ({ name, grounds: recordedOr(all.filter((exchange) => headerOf(exchange, name) !== undefined)) })),
    ),
  ];
}

const RANK = { assumed: 0, described: 1, recorded: 2 };
const byRank = (a: Row, b: Row) => RANK[a.grounds.kind] - RANK[b.grounds.kind];

/** What was found nowhere stands first of all, for the whole journey rests on it. */
const FIRST = [...new Set<string>(FOUND_NOWHERE.map(([name]) => name)), 'Restored configuration', 'Token_OnBehalfOf'];
export const isFirst = ({ name }: Row): boolean => FIRST.includes(name);

const placeOf = ({ name }: Row) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

const isRecorded = ({ grounds }: Row) => grounds.kind === 'recorded';

/** Everything that the product takes for true of Azure, with its grounds; what is assumed comes first. */
export function makeLedger(
  { product, doctor }: Record<'product' | 'doctor', readonly Replayed[]>,
  all: readonly Exchange[],
  openApi: OpenApi,
): Ledger {
  const own = product.map((one) => entryOf(one, openApi));
  const entries = [...own, ...commonEntries(all)].map((entry) => ({ ...entry, fields: entry.fields.toSorted(byRank) }));
  const fields = entries.flatMap((entry) => entry.fields);
  return {
    exchanges: [...product, ...doctor].reduce((sum, { played }) => sum + played.length, 0),
    operations: { all: own.length, recorded: own.filter(isRecorded).length },
    fields: { all: fields.length, recorded: fields.filter(isRecorded).length },
    entries: entries.toSorted((a, b) => placeOf(a) - placeOf(b) || byRank(a, b)),
    ofDoctor: doctor.map((one) => entryOf(one, openApi)).toSorted(byRank),
  };
}
