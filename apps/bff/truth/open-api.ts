import { Subclasses } from '../../../packages/local-azure/conformance/subclasses';
import { Specification, type Operation as Described, type Piece } from '../../../packages/local-azure/conformance/specification';
import { list, record } from '../../../packages/local-azure/src/world/json';
import type { Operation } from './operations';

const PLANES = { arm: 'management', 'key-vault': 'key vault', blobs: 'blobs' } as const;

/** Names of placeholders and the case of words differ between files. */
const plain = (path: string) =>
  (path.split('?')[0] ?? '')
    .replaceAll(/\{[^}]+\}/g, '{}')
    .replace(/\/$/, '')
    .toLowerCase();

const withoutVersion = (path: string) => path.replace(/^\{\}/, '');

/** What Azure's own OpenAPI files say of operations and their answers. */
export class OpenApi {
  readonly #specification: Specification;
  readonly #subclasses: Subclasses;
  readonly #byPath = new Map<string, Described[]>();

  constructor(folder: string) {
    this.#specification = new Specification(folder);
    this.#subclasses = new Subclasses(this.#specification);
    for (const described of this.#specification.operations) {
      const key = `${described.plane} ${described.method} ${withoutVersion(plain(described.path))}`;
      this.#byPath.set(key, [...(this.#byPath.get(key) ?? []), described]);
    }
  }

  /** Whether the files describe the operation. */
  describes(operation: Operation): boolean {
    return this.#find(operation).length > 0;
  }

  /** Whether they describe a field of its answer. */
  describesField(operation: Operation, field: string): boolean {
    const steps = field.split(/\.(?!odata)|(?=\[\])/);
    return this.#find(operation).some((described) => this.#answers(described).some((schema) => this.#leads(schema, steps)));
  }

  #find({ plane, method, template }: Operation): Described[] {
    if (plane !== 'arm' && plane !== 'key-vault' && plane !== 'blobs') return [];
    return (
      this.#byPath.get(`${PLANES[plane]} ${method} ${withoutVersion(plain(template.replace('{scope}', '/{scope}').replace('//', '/')))}`) ??
      []
    );
  }

  #answers({ piece }: Described): Piece[] {
    return Object.keys(record(piece.value['responses'])).flatMap((status) =>
      status.startsWith('2') ? [this.#specification.part(piece, 'responses', status, 'schema')] : [],
    );
  }

  #leads(used: Piece, [name, ...rest]: readonly string[]): boolean {
    if (name === undefined) return true;
    const schema = this.#specification.follow(used);
    if (name === '[]') return schema.value['items'] !== undefined && this.#leads(this.#specification.part(schema, 'items'), rest);
    const holders = this.#subclasses.variants(schema).flatMap(({ piece }) => this.#subclasses.chain(piece));
    return holders.some((holder) => {
      const known = Object.keys(record(holder.value['properties'])).find((one) => one.toLowerCase() === name.toLowerCase());
      if (known !== undefined) return this.#leads(this.#specification.part(holder, 'properties', known), rest);
      return name === '*' && holder.value['additionalProperties'] !== undefined && list(rest).length === 0;
    });
  }
}
