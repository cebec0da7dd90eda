import type { RecordedExchange } from '../src/http/recorder';
import { record, text } from '../src/world/json';
import type { Found } from './find-operation';
import type { Misfit, Schemas } from './schemas';
import type { Piece, Specification } from './specification';

/** A misfit and what it was found in. */
export interface Finding extends Misfit {
  in: 'query' | 'path' | 'request header' | 'request body' | 'status' | 'answer header' | 'answer body';
}

/** ARM's gateway answers for every provider; its error is the same everywhere. */
const gatewayError = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'object', required: ['code', 'message'], properties: { code: { type: 'string' }, message: { type: 'string' } } },
  },
};

/** Names in a query that every service may put into the addresses it hands out. */
const OF_THE_SERVICE = new Set(['api-version', '$skiptoken']);

/** Text as the type a schema of a parameter or header asks for. */
function coerced({ type, items }: Record<string, unknown>, value: string): unknown {
  if ((type === 'integer' || type === 'number') && value.trim() !== '') return Number(value);
  if (type === 'boolean') return value.toLowerCase() === 'true' ? true : value.toLowerCase() === 'false' ? false : value;
  if (type === 'array') return value.split(',').map((one) => coerced(record(items), one));
  return value;
}

/** Bytes are not recorded. */
function isBytes({ value }: Piece): boolean {
  return record(value['schema'])['format'] === 'file';
}

/** Judges exchanges by the operations they belong to. */
export class ExchangeCheck {
  readonly #specification: Specification;
  readonly #schemas: Schemas;

  constructor(specification: Specification, schemas: Schemas) {
    this.#specification = specification;
    this.#schemas = schemas;
  }

  /** What does not fit. A request that was refused may well be wrong: that may be why. */
  check(exchange: RecordedExchange, found: Found): Finding[] {
    const request = exchange.status < 400 ? this.#request(exchange, found) : [];
    return [...request, ...this.#answer(exchange, found)];
  }

  #request(exchange: RecordedExchange, { operation, values }: Found): Finding[] {
    const query = new Map(exchange.query.map(([name, value]) => [name.toLowerCase(), value]));
    const known = new Set(operation.parameters.map(({ value }) => String(value['name']).toLowerCase()));
    const unknown = [...query.keys()].filter((name) => operation.plane !== 'blobs' && !OF_THE_SERVICE.has(name) && !known.has(name));
    return [
      ...unknown.map((name) => ({ in: 'query' as const, at: name, problem: 'is unknown' })),
      ...operation.parameters.flatMap((parameter) => this.#parameter(parameter, exchange, query, values)),
    ];
  }

  #parameter(parameter: Piece, exchange: RecordedExchange, query: ReadonlyMap<string, string>, values: Record<string, string>): Finding[] {
    const { name: named, in: place, required } = parameter.value;
    const name = String(named);
    if (place === 'body') return isBytes(parameter) ? [] : this.#body(parameter, exchange.requestBody, required === true);
    const value =
      place === 'query'
        ? query.get(name.toLowerCase())
        : place === 'path'
          ? values[name]
          : text(exchange.requestHeaders[name.toLowerCase()]);
    const where = place === 'header' ? 'request header' : place === 'path' ? 'path' : 'query';
    if (value === undefined) return required === true && place === 'query' ? [{ in: where, at: name, problem: 'is missing' }] : [];
    if (name.toLowerCase() === 'api-version' || name.toLowerCase() === 'x-ms-version') return [];
    return this.#schemas.check(parameter, 'request', coerced(parameter.value, value)).map((misfit) => ({ ...misfit, in: where, at: name }));
  }

  #body(parameter: Piece, body: unknown, required: boolean): Finding[] {
    if (body === undefined) return required ? [{ in: 'request body', at: '', problem: 'is missing' }] : [];
    const schema = this.#specification.part(parameter, 'schema');
    return this.#schemas.check(schema, 'request', body).map((misfit) => ({ ...misfit, in: 'request body' }));
  }

  #answer(exchange: RecordedExchange, { operation }: Found): Finding[] {
    const responses = record(operation.piece.value['responses']);
    const { status } = exchange;
    const key = responses[String(status)] === undefined && status >= 400 ? 'default' : String(status);
    if (responses[key] === undefined) {
      if (status < 400) return [{ in: 'status', at: '', problem: `${status} is not foreseen` }];
      return this.#error(exchange);
    }
    const response = this.#specification.follow(this.#specification.part(operation.piece, 'responses', key));
    return [...this.#headers(response, exchange), ...this.#answerBody(response, exchange, operation.plane === 'blobs')];
  }

  #error({ answerBody, method }: RecordedExchange): Finding[] {
    if (method === 'HEAD') return [];
    return this.#schemas.checkBy('gateway error', gatewayError, answerBody).map((misfit) => ({ ...misfit, in: 'answer body' }));
  }

  #headers(response: Piece, { answerHeaders }: RecordedExchange): Finding[] {
    const sent = new Map(Object.entries(answerHeaders).map(([name, value]) => [name.toLowerCase(), text(value)]));
    return Object.keys(record(response.value['headers'])).flatMap((name) => {
      const value = sent.get(name.toLowerCase());
      const schema = this.#specification.part(response, 'headers', name);
      if (value === undefined || schema.value['x-ms-header-collection-prefix'] !== undefined) return [];
      return this.#schemas
        .check(schema, 'answer', coerced(schema.value, value))
        .map((misfit) => ({ ...misfit, in: 'answer header' as const, at: name }));
    });
  }

  #answerBody(response: Piece, { answerBody, method }: RecordedExchange, isXml: boolean): Finding[] {
    const foreseen = response.value['schema'] !== undefined && method !== 'HEAD';
    if (isXml || (!foreseen && answerBody === undefined)) return [];
    if (!foreseen) return [{ in: 'answer body', at: '', problem: 'is not foreseen' }];
    if (answerBody === undefined) return [{ in: 'answer body', at: '', problem: 'is missing' }];
    const schema = this.#specification.part(response, 'schema');
    return this.#schemas.check(schema, 'answer', answerBody).map((misfit) => ({ ...misfit, in: 'answer body' }));
  }
}
