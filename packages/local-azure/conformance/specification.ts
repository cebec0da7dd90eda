import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { at, list, record, text } from '../src/world/json';

/** A piece of an OpenAPI file, with the place it stands at: relative references begin there. */
export interface Piece {
  /** Path of the file below the folder, with slashes. */
  file: string;
  /** Names from the root of the file down to the piece. */
  pointer: readonly string[];
  value: Record<string, unknown>;
}

/** The service a file speaks of. */
export type Plane = 'management' | 'key vault' | 'blobs';

export interface Operation {
  id: string;
  plane: Plane;
  method: string;
  /** The path as the file has it. */
  path: string;
  piece: Piece;
  parameters: Piece[];
}

const methods = ['get', 'put', 'patch', 'post', 'delete', 'head'];

/** All OpenAPI files of a folder, read once. */
export class Specification {
  readonly #files = new Map<string, unknown>();
  readonly operations: Operation[];

  constructor(folder: string) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const name = relative(folder, join(folder, file)).split(sep).join('/');
      if (name.endsWith('.json') && !name.includes('/examples/')) {
        const parsed: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
        this.#files.set(name, parsed);
      }
    }
    this.operations = [...this.#files.keys()].flatMap((file) => this.#operationsOf(file));
  }

  /** Every named schema of every file. */
  definitions(): Piece[] {
    return [...this.#files].flatMap(([file, content]) =>
      Object.keys(record(at(content, 'definitions'))).map((name) => this.#piece(file, ['definitions', name])),
    );
  }

  /** The piece that stands at a place, or the one it refers to. */
  follow(piece: Piece): Piece {
    const reference = text(piece.value['$ref']);
    return reference === undefined ? piece : this.follow(this.refer(reference, piece.file));
  }

  /** What a reference in a file means. */
  refer(reference: string, from: string): Piece {
    const [file = '', pointer = ''] = reference.split('#');
    const names = pointer.split('/').slice(1);
    return this.#piece(
      file === '' ? from : posix.join(posix.dirname(from), file),
      names.map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~')),
    );
  }

  /** A part of a piece, by name or place in a list. */
  part(piece: Piece, ...names: string[]): Piece {
    return this.#piece(piece.file, [...piece.pointer, ...names]);
  }

  #piece(file: string, pointer: readonly string[]): Piece {
    if (!this.#files.has(file)) throw new Error(`The OpenAPI files lack ${file}.`);
    const value = pointer.reduce<unknown>(
      (here, name) => (Array.isArray(here) ? list(here)[Number(name)] : record(here)[name]),
      this.#files.get(file),
    );
    return { file, pointer, value: record(value) };
  }

  #operationsOf(file: string): Operation[] {
    const content = this.#files.get(file);
    return ['paths', 'x-ms-paths'].flatMap((paths) =>
      Object.keys(record(at(content, paths))).flatMap((path) => this.#operationsAt(file, paths, path, planeOf(content))),
    );
  }

  #operationsAt(file: string, paths: string, path: string, plane: Plane): Operation[] {
    const shared = this.#piece(file, [paths, path]);
    return methods.flatMap((method) => {
      const piece = this.part(shared, method);
      const id = text(piece.value['operationId']);
      if (id === undefined) return [];
      const parameters = [shared, piece].flatMap((holder) =>
        list(holder.value['parameters']).map((_, place) => this.follow(this.part(holder, 'parameters', String(place)))),
      );
      return [{ id, plane, method: method.toUpperCase(), path, piece, parameters }];
    });
  }
}

function planeOf(content: unknown): Plane {
  const host = text(at(content, 'x-ms-parameterized-host', 'hostTemplate'));
  if (host === undefined) return 'management';
  return host === '{vaultBaseUrl}' ? 'key vault' : 'blobs';
}
