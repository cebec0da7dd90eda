import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError, type ClientBase } from 'pg';
import * as z from 'zod';
import { Problem } from '../../problem';
import { keepPrivate } from '../private-files';

const FILE = 'installation';

const foundRow = z.object({ installation_id: z.string(), version: z.string().nullable() });
type Found = z.infer<typeof foundRow>;

/** PostgreSQL's code for a table that is not there. */
const UNDEFINED_TABLE = '42P01';

/**
 * Which database the orders are kept in, and which version of its tables this server knows. A server remembers the first beyond its end:
 * what is not found in another one, such as an empty one after a failover, may have been carried out all the same, and must not be asked
 * for again. Tables of a newer version it neither reads nor writes.
 */
export class Installation {
  readonly #folder: string;
  readonly #version: string;
  #known: string | undefined;
  #isPrepared = false;

  /** `version`: the name of the last migration. */
  constructor(folder: string, version: string) {
    this.#folder = folder;
    this.#version = version;
    this.#known = read(join(folder, FILE));
  }

  /** @throws store-replaced, store-other-version */
  async check(client: ClientBase): Promise<void> {
    const found = await findIn(client);
    if (this.#known !== undefined && found?.installation_id !== this.#known) throw new Problem('store-replaced', { retryAfter: 60 });
    const version = found?.version ?? '';
    if (version > this.#version || (this.#isPrepared && version !== this.#version))
      throw new Problem('store-other-version', { retryAfter: 5 });
  }

  /** From now on it is this one, with the tables of this version. */
  async remember(client: ClientBase): Promise<void> {
    this.#isPrepared = true;
    if (this.#known !== undefined) return;
    const found = (await findIn(client))?.installation_id;
    if (found === undefined) return;
    keep(this.#folder, found);
    this.#known = found;
  }
}

async function findIn(client: ClientBase): Promise<Found | undefined> {
  try {
    const asked = 'select installation_id, (select max(name) from kysely_migration) as version from installation';
    return foundRow.optional().parse((await client.query<object>(asked)).rows[0]);
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

/** What cannot be read may name another database: then the server does not begin. */
function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') || undefined : undefined;
}

/** Whole or not at all, also where the computer stops amid it. */
function keep(folder: string, known: string): void {
  const file = join(folder, FILE);
  const draft = `${file}.${process.pid}`;
  keepPrivate(folder, draft);
  writeFileSync(draft, known, { flush: true });
  renameSync(draft, file);
}
