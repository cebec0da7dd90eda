import { Ajv } from 'ajv';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Format } from 'ajv/dist/2019.js';
import { JsonSchemas } from './json-schemas';
import type { JsonSchema, Side } from './json-schemas';
import type { Piece, Specification } from './specification';
import { keyOf, Subclasses } from './subclasses';
import { UnknownMembers } from './unknown-members';

const whole = (bits: number): Format => ({
  type: 'number',
  validate: (value: number) => Number.isInteger(value) && Math.abs(value) <= 2 ** (bits - 1),
});
const anyNumber: Format = { type: 'number', validate: () => true };

/** Formats of OpenAPI 2.0 and of Azure's extensions to it; text that this library blanked passes for bytes. */
const formats: Record<string, Format> = {
  int32: whole(32),
  int64: whole(64),
  unixtime: whole(64),
  double: anyNumber,
  float: anyNumber,
  decimal: anyNumber,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)$/,
  'date-time-rfc1123': /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/,
  date: /^\d{4}-\d\d-\d\d$/,
  duration: /^-?P(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  byte: /^[\w+/=-]*$/,
  base64url: /^[\w-]*=*$/,
  uri: /^[a-z][a-z\d+.-]*:\S+$/i,
  url: /^https?:\S+$/i,
  'arm-id': /^\/\S+$/,
  password: true,
  char: true,
};

/** Something that does not fit: where (JSON pointer, places in lists written `*`), and why. */
export interface Misfit {
  at: string;
  problem: string;
}

function problemOf({ keyword, message, params, data }: ErrorObject): string {
  if (keyword === 'enum') return `is ${JSON.stringify(data)}, none of the known words`;
  if (keyword === 'required') return `lacks ${String(params['missingProperty'])}`;
  return `${message ?? keyword} (is ${JSON.stringify(data)?.slice(0, 60)})`;
}

/** The reasons, without those that only say that another one holds. */
function misfits(errors: readonly ErrorObject[]): Misfit[] {
  const distinct = new Map<string, Misfit>();
  for (const error of errors) {
    if (error.keyword === 'not' || error.keyword === 'anyOf') continue;
    const misfit = { at: error.instancePath.replaceAll(/\/\d+(?=\/|$)/g, '/*'), problem: problemOf(error) };
    distinct.set(`${misfit.at} ${misfit.problem}`, misfit);
  }
  return [...distinct.values()];
}

/** Compiles the schemas of the files when they are first asked for. */
export class Schemas {
  readonly #ajv = new Ajv({ strict: false, allErrors: true, verbose: true, formats, unicodeRegExp: false, validateSchema: false });
  readonly #sides: Record<Side, JsonSchemas>;
  readonly #unknownMembers: UnknownMembers;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(specification: Specification) {
    const subclasses = new Subclasses(specification);
    this.#unknownMembers = new UnknownMembers(specification, subclasses);
    this.#sides = {
      request: new JsonSchemas(specification, subclasses, 'request'),
      answer: new JsonSchemas(specification, subclasses, 'answer'),
    };
    for (const side of ['request', 'answer'] as const) {
      this.#ajv.addSchema({ $id: side, $defs: this.#sides[side].definitions() });
    }
  }

  /** What of a value does not fit the schema that stands at a place; a member that the files do not name does not fit either. */
  check(piece: Piece, side: Side, value: unknown): Misfit[] {
    const unknown = this.#unknownMembers.of(piece, value).map((at) => ({ at, problem: 'is unknown' }));
    return [...this.#run(`${side} ${keyOf(piece)}`, () => this.#sides[side].used(piece), value), ...unknown];
  }

  /** As `check`, for a schema of our own. */
  checkBy(name: string, schema: JsonSchema, value: unknown): Misfit[] {
    return this.#run(name, () => schema, value);
  }

  #run(key: string, schema: () => JsonSchema, value: unknown): Misfit[] {
    const validate = this.#compiled.get(key) ?? this.#ajv.compile(schema());
    this.#compiled.set(key, validate);
    return validate(value) ? [] : misfits(validate.errors ?? []);
  }
}
