import { readFileSync } from 'node:fs';

/** Where a PostgreSQL is, as `DATABASE_URL` says it. */
export interface PostgresAddress {
  host: string;
  port: number;
  database: string;
  user: string;
  /** Undefined where the API proves itself by a token of Entra's. */
  password: string | undefined;
  ssl: false | { ca?: string };
}

const DEFAULT_PORT = 5432;

/** Reads an address whose form was checked when the settings were read: with TLS the name of the server is checked, too. */
export function readAddress(url: string): PostgresAddress {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url);
  const authority = searchParams.get('sslrootcert');
  return {
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? DEFAULT_PORT : Number(port),
    database: decodeURIComponent(pathname.slice(1)),
    user: decodeURIComponent(username),
    password: password === '' ? undefined : decodeURIComponent(password),
    ssl: searchParams.get('sslmode') === 'verify-full' && { ...(authority !== null && { ca: readFileSync(authority, 'utf8') }) },
  };
}
