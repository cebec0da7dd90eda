import type { RecordedExchange } from '../src/http/recorder';
import { text } from '../src/world/json';
import type { Operation, Plane, Specification } from './specification';

export interface Found {
  operation: Operation;
  /** Values of the path's placeholders. */
  values: Record<string, string>;
}

interface Pattern {
  operation: Operation;
  expression: RegExp;
  names: string[];
  /** Names and values of the query that belong to the path. */
  query: [name: string, value: string][];
  /** A word of the query that stands for the kind of a blob. */
  blobType: string | undefined;
  literals: number;
  /** The path ends with a word and not with any name: it means a certain type, where the generic operations mean all. */
  namesType: boolean;
}

const PLACEHOLDER = /\{([^}]+)\}/g;
const escaped = (literal: string) => literal.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** A scope, and the name of a blob, may hold slashes. */
function spansSlashes(operation: Operation, name: string): boolean {
  const parameter = operation.parameters.find(({ value }) => value['in'] === 'path' && value['name'] === name);
  return parameter?.value['x-ms-skip-url-encoding'] === true || (operation.plane === 'blobs' && name === 'blob');
}

/** Without a version the newest one of a key or secret is meant. */
function isOptional({ plane, method }: Operation, segment: string | undefined): boolean {
  return plane === 'key vault' && method !== 'POST' && /^\{(?:key|secret)-version\}$/.test(segment ?? '');
}

function patternOf(operation: Operation): Pattern {
  const [path = '', query = ''] = operation.path.split('?');
  const segments = path.split('/').filter(Boolean);
  const expression = segments
    .map((segment) =>
      `/${escaped(segment)}`.replace(PLACEHOLDER, (_, name: string) => (spansSlashes(operation, name) ? '(.+)' : '([^/]+)')),
    )
    .map((part, place) => (isOptional(operation, segments[place]) ? `(?:${part})?` : part))
    .join('');
  const pairs = [...new URLSearchParams(query)];
  return {
    operation,
    expression: new RegExp(`^${expression === '' ? '/' : expression}$`, 'i'),
    names: [...path.matchAll(PLACEHOLDER)].map(([, name = '']) => name),
    query: pairs.filter(([, value]) => value !== ''),
    blobType: pairs.find(([name, value]) => value === '' && /^[A-Z]/.test(name))?.[0],
    literals: segments.filter((segment) => !segment.startsWith('{')).length,
    namesType: segments.at(-1)?.startsWith('{') === false,
  };
}

/** The service an exchange was meant for; undefined for those the files say nothing of (sign-in, Graph). */
export function planeOf({ hostname, path }: RecordedExchange): Plane | undefined {
  if (hostname.includes('.vault.')) return 'key vault';
  if (hostname.includes('.blob.')) return 'blobs';
  if (hostname.startsWith('graph.') || /\/(?:oauth2|discovery)\/|\/\.well-known\//.test(path)) return undefined;
  return 'management';
}

function decoded(path: string): string {
  const segments = path.split('/').filter(Boolean);
  try {
    return `/${segments.map(decodeURIComponent).join('/')}`;
  } catch {
    return path;
  }
}

/** Finds the operations of exchanges: any case, any version; the path with the most literal segments wins, and of two the one that names a type. */
export class OperationFinder {
  readonly #patterns: Pattern[];

  constructor(specification: Specification) {
    this.#patterns = specification.operations
      .map(patternOf)
      .filter(({ literals, operation }) => literals > 0 || operation.plane !== 'management')
      .toSorted(
        (one, other) =>
          other.literals - one.literals ||
          Number(other.namesType) - Number(one.namesType) ||
          other.operation.piece.file.localeCompare(one.operation.piece.file),
      );
  }

  find(exchange: RecordedExchange): Found | undefined {
    const plane = planeOf(exchange);
    const path = decoded(exchange.path);
    const query = new Map(exchange.query);
    for (const pattern of this.#patterns) {
      if (pattern.operation.plane !== plane || pattern.operation.method !== exchange.method) continue;
      const values = pattern.expression.exec(path)?.slice(1);
      if (values && fits(pattern, query, exchange)) {
        return {
          operation: pattern.operation,
          values: Object.fromEntries(pattern.names.map((name, place) => [name, values[place] ?? ''])),
        };
      }
    }
    return undefined;
  }
}

function fits({ operation, query, blobType }: Pattern, asked: ReadonlyMap<string, string>, { requestHeaders }: RecordedExchange): boolean {
  if (operation.plane !== 'blobs') return true;
  const wanted = new Map(query);
  const sameParts = ['comp', 'restype'].every((name) => wanted.get(name)?.toLowerCase() === asked.get(name)?.toLowerCase());
  return sameParts && (blobType === undefined || text(requestHeaders['x-ms-blob-type']) === blobType);
}
