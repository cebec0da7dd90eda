import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseError, type ClientBase } from 'pg';
import * as z from 'zod';
import { Problem } from '../../problem';
import { keepPrivate } from '../private-files';

const FILE = 'installation';

const installationRow = z.object({ installation_id: z.string() });

/** PostgreSQL's code for a table that is not there. */
const UNDEFINED_TABLE = '42P01';

/**
 * Which database the orders are kept in. A server remembers it beyond its end: what is not found in another one, such as an empty one
 * after a failover, may have been carried out all the same, and must not be asked for again.
 */
export class Installation {
  readonly #folder: string;
  #known: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#known = read(join(folder, FILE));
  }

  /** @throws store-replaced */
  async check(client: ClientBase): Promise<void> {
    if (this.#known === undefined) return;
    const found = await idIn(client);
    if (found !== this.#known) throw new Problem('store-replaced', { retryAfter: 60 });
  }

  /** From now on it is this one. */
  async remember(client: ClientBase): Promise<void> {
    if (this.#known !== undefined) return;
    this.#known = await idIn(client);
    const file = join(this.#folder, FILE);
    keepPrivate(this.#folder, file);
    writeFileSync(file, this.#known ?? '');
  }
}

async function idIn(client: ClientBase): Promise<string | undefined> {
  try {
    const { rows } = await client.query<object>('select installation_id from installation');
    return installationRow.optional().parse(rows[0])?.installation_id;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNDEFINED_TABLE) return undefined;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8') || undefined;
  } catch {
    return undefined;
  }
}
