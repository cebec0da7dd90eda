import { list, record, recordOrNone, text } from '../src/world/json';
import type { Piece, Specification } from './specification';
import { keyOf } from './subclasses';
import type { Subclasses } from './subclasses';

/** What is read only is not demanded of a request, what is write only not of an answer. */
export type Side = 'request' | 'answer';

export type JsonSchema = Record<string, unknown>;

const COPIED = ['type', 'enum', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems', 'uniqueItems', 'multipleOf', 'format'];

function limits({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: JsonSchema): JsonSchema {
  return {
    ...(minimum !== undefined && { [exclusiveMinimum === true ? 'exclusiveMinimum' : 'minimum']: minimum }),
    ...(maximum !== undefined && { [exclusiveMaximum === true ? 'exclusiveMaximum' : 'maximum']: maximum }),
  };
}

/** An object without members stands for any value: so the generators of Azure's clients read it. */
function isAnything(value: JsonSchema): boolean {
  return value['type'] === 'object' && !['properties', 'additionalProperties', 'allOf'].some((name) => name in value);
}

function isDemanded(property: JsonSchema, side: Side): boolean {
  const mutability = list(property['x-ms-mutability']);
  if (side === 'request') return property['readOnly'] !== true;
  return property['x-ms-secret'] !== true && (mutability.length === 0 || mutability.includes('read'));
}

/** Turns the schemas of OpenAPI 2.0 into JSON Schema. */
export class JsonSchemas {
  readonly #side: Side;
  readonly #specification: Specification;
  readonly #subclasses: Subclasses;
  readonly #numbers: Map<string, number>;

  constructor(specification: Specification, subclasses: Subclasses, side: Side) {
    this.#side = side;
    this.#specification = specification;
    this.#subclasses = subclasses;
    this.#numbers = new Map(specification.definitions().map((definition, place) => [keyOf(definition), place]));
  }

  /** Every named schema twice: `own…` is what it says itself, `any…` is what a reference to it allows: one of its subclasses. */
  definitions(): Record<string, JsonSchema> {
    return Object.fromEntries(
      this.#specification.definitions().flatMap((definition, place) => [
        [`own${place}`, this.#own(definition)],
        [`any${place}`, this.#any(definition)],
      ]),
    );
  }

  /** A schema where it is used. */
  used({ value, file }: Piece): JsonSchema {
    const reference = text(value['$ref']);
    if (reference !== undefined) return { $ref: this.#reference('any', reference, file) };
    return this.#own({ value, file, pointer: [] });
  }

  #reference(kind: 'own' | 'any', reference: string, file: string): string {
    const number = this.#numbers.get(keyOf(this.#specification.refer(reference, file)));
    if (number === undefined) throw new Error(`${reference} in ${file} is no schema.`);
    return `${this.#side}#/$defs/${kind}${number}`;
  }

  #own({ value, file }: Piece): JsonSchema {
    if (value['type'] === 'file' || isAnything(value)) return {};
    const part = (one: unknown) => this.used({ value: record(one), file, pointer: [] });
    const properties = recordOrNone(value['properties']);
    const required = list(value['required']).filter((name) => isDemanded(record(properties?.[String(name)]), this.#side));
    const more = value['additionalProperties'];
    const schema: JsonSchema = {
      ...Object.fromEntries(COPIED.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]]))),
      ...limits(value),
      ...(properties && {
        type: 'object',
        properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, part(one)])),
      }),
      ...(required.length > 0 && { required }),
      ...(value['items'] !== undefined && { items: part(value['items']) }),
      ...(more !== undefined && { additionalProperties: typeof more === 'boolean' ? more : part(more) }),
      ...(Array.isArray(value['allOf']) && { allOf: list(value['allOf']).map((one) => this.#parent(record(one), file)) }),
    };
    return value['x-nullable'] === true ? { anyOf: [schema, { type: 'null' }] } : schema;
  }

  #parent(value: JsonSchema, file: string): JsonSchema {
    const reference = text(value['$ref']);
    return reference === undefined ? this.#own({ value, file, pointer: [] }) : { $ref: this.#reference('own', reference, file) };
  }

  #any(definition: Piece): JsonSchema {
    const place = this.#numbers.get(keyOf(definition));
    const own = { $ref: `${this.#side}#/$defs/own${place}` };
    const discriminator = this.#subclasses.discriminator(definition);
    if (discriminator === undefined) return own;
    const variants = this.#subclasses.variants(definition);
    const known = { properties: { [discriminator]: { enum: variants.map(({ value }) => value) } } };
    const choices = variants.map(({ value, piece }) => ({
      anyOf: [
        { not: { required: [discriminator], properties: { [discriminator]: { const: value } } } },
        { $ref: `${this.#side}#/$defs/own${this.#numbers.get(keyOf(piece))}` },
      ],
    }));
    return { allOf: [own, known, ...choices] };
  }
}
