import { execFileSync } from 'node:child_process';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { postgresProgram } from '../postgres-server';

const made = z.array(z.object({ type: z.string(), name: z.string(), sql: z.string() }));

const LITERAL: Record<string, (value: unknown) => string> = {
  string: (value) => `'${String(value).replaceAll("'", "''")}'`,
  number: String,
  bigint: String,
};

function literal(value: unknown): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return LITERAL[typeof value]?.(value) ?? 'NULL';
}

/** Schema, rows and version of a file of SQLite, as statements that make it. */
export function dumpOfFile(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const all = made.parse(
      database.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type DESC, name`).all(),
    );
    const tables = all.filter(({ type }) => type === 'table');
    const rows = tables.flatMap(({ name }) =>
      database
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => `INSERT INTO "${name}" VALUES (${Object.values(row).map(literal).join(', ')});`),
    );
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    const schemas = (wanted: boolean) => all.filter(({ type }) => (type === 'table') === wanted).map(({ sql }) => `${sql};`);
    return [...schemas(true), ...rows, ...schemas(false), `PRAGMA user_version = ${version};`, ''].join('\n');
  } finally {
    database.close();
  }
}

/** What `pg_dump` says of a database, without what is of the day or the program. */
export function dumpOfDatabase(url: string): string {
  const text = execFileSync(postgresProgram('pg_dump'), ['--inserts', '--no-owner', '--no-privileges', url], { encoding: 'utf8' });
  return `${text
    .split('\n')
    .filter((line) => !/^(?:--|\\|SET |SELECT pg_catalog\.set_config|\s*$)/.test(line))
    .join('\n')}\n`;
}
