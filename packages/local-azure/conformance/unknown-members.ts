import { list, record, recordOrNone, text } from '../src/world/json';
import type { Piece, Specification } from './specification';
import type { Subclasses } from './subclasses';

/** Finds members of values that the schemas do not name. JSON Schema lets them pass, and so would a misspelling. */
export class UnknownMembers {
  readonly #specification: Specification;
  readonly #subclasses: Subclasses;

  constructor(specification: Specification, subclasses: Subclasses) {
    this.#specification = specification;
    this.#subclasses = subclasses;
  }

  /** JSON pointers of the members that no schema names; places in lists are written `*`. */
  of(piece: Piece, value: unknown): string[] {
    return [...new Set(this.#walk(piece, value, ''))];
  }

  #walk(used: Piece, value: unknown, place: string): string[] {
    const schema = this.#specification.follow(used);
    if (Array.isArray(value)) {
      return schema.value['items'] === undefined
        ? []
        : list(value).flatMap((one) => this.#walk(this.#specification.part(schema, 'items'), one, `${place}/*`));
    }
    const members = recordOrNone(value);
    return members ? this.#members(this.#subclasses.chain(this.#variant(schema, members)), members, place) : [];
  }

  #members(chain: readonly Piece[], members: Record<string, unknown>, place: string): string[] {
    const isOpen = chain.every(({ value }) => value['properties'] === undefined);
    return Object.entries(members).flatMap(([name, value]) => {
      const here = `${place}/${name}`;
      const holder = chain.find((schema) => record(schema.value['properties'])[name] !== undefined);
      if (holder) return this.#walk(this.#specification.part(holder, 'properties', name), value, here);
      const free = chain.find((schema) => schema.value['additionalProperties'] !== undefined);
      if (free)
        return recordOrNone(free.value['additionalProperties'])
          ? this.#walk(this.#specification.part(free, 'additionalProperties'), value, here)
          : [];
      return isOpen ? [] : [here];
    });
  }

  #variant(schema: Piece, members: Record<string, unknown>): Piece {
    const discriminator = this.#subclasses.discriminator(schema);
    const word = discriminator === undefined ? undefined : text(members[discriminator]);
    return this.#subclasses.variants(schema).find(({ value }) => value === word)?.piece ?? schema;
  }
}
