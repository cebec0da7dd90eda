import { list, text } from '../src/world/json';
import type { Piece, Specification } from './specification';

export const keyOf = ({ file, pointer }: Piece): string => `${file}#/${pointer.join('/')}`;

/** Which schema may stand for which, by the value of a discriminator. */
export class Subclasses {
  readonly #specification: Specification;
  readonly #children = new Map<string, Piece[]>();

  constructor(specification: Specification) {
    this.#specification = specification;
    for (const definition of specification.definitions()) {
      for (const parent of this.#parents(definition)) {
        const key = keyOf(parent);
        this.#children.set(key, [...(this.#children.get(key) ?? []), definition]);
      }
    }
  }

  /** The member that tells subclasses apart; undefined when nothing does. */
  discriminator(definition: Piece): string | undefined {
    return this.chain(definition)
      .map(({ value }) => text(value['discriminator']))
      .find((name) => name !== undefined);
  }

  /** The schema and all below it, with the discriminator's value of each. */
  variants(definition: Piece): { value: string; piece: Piece }[] {
    const value = text(definition.value['x-ms-discriminator-value']) ?? definition.pointer.at(-1) ?? '';
    const below = this.#children.get(keyOf(definition)) ?? [];
    return [{ value, piece: definition }, ...below.flatMap((child) => this.variants(child))];
  }

  /** The schema and all it builds on. */
  chain(definition: Piece): Piece[] {
    return [definition, ...this.#parents(definition).flatMap((parent) => this.chain(parent))];
  }

  #parents(definition: Piece): Piece[] {
    return list(definition.value['allOf']).map((_, place) =>
      this.#specification.follow(this.#specification.part(definition, 'allOf', String(place))),
    );
  }
}
