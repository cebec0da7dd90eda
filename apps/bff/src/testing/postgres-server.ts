import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { freePort } from './free-port';

/** Where Debian installs it, a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;
const USER = 'tresor';
/** The same for all: a database that takes over from another one knows its users. */
const PASSWORD = randomUUID();
/** Every account may make files there; a folder for the files of one run is its account's alone. */
const COMMON = existsSync('/dev/shm') ? '/dev/shm' : '/tmp';

const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((version) => Number(version) >= OLDEST) : [];

/** Whether this machine has a PostgreSQL to test with. */
export const hasPostgres = versions.length > 0;

/** One of the programs that come with it. */
export const postgresProgram = (name: string) =>
  join(DEBIAN, versions.toSorted((one, other) => Number(other) - Number(one))[0] ?? '', 'bin', name);

/** It does not run as root; then as the account that Debian's package makes. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] = /^postgres:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** A real PostgreSQL on a free port of this computer, with a password, that keeps its data until it is disposed of. */
export class PostgresServer implements AsyncDisposable {
  readonly port: number;
  readonly #folder: string;
  #child: ChildProcess | undefined;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.#folder = folder;
  }

  /** With a certificate it speaks TLS, too. */
  static async start(tls?: { certificate: string; key: string }): Promise<PostgresServer> {
    // By its name the next run of the tests knows whether this one was killed, and removes it.
    const folder = mkdtempSync(join(COMMON, `tresor-run-${process.pid}-postgres-`));
    const server = new PostgresServer(await freePort(), folder);
    server.#make();
    if (tls) server.#speakTls(tls);
    await server.resume();
    return server;
  }

  /** The address of a new, empty database. */
  async newDatabase(port = this.port): Promise<string> {
    const name = `tresor_${Math.random().toString(36).slice(2)}`;
    await this.query('postgres', `create database ${name}`);
    return this.addressOf(name, port);
  }

  addressOf(database: string, port = this.port): string {
    return `postgresql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  }

  /** What an administrator would see. */
  async query(database: string, statement: string): Promise<unknown[]> {
    const client = new Client(this.addressOf(database));
    await client.connect();
    try {
      return (await client.query<object>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends it at once, as a crash would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    // The main process alone could leave others behind that hold its memory.
    child.kill('SIGQUIT');
    await ended;
  }

  /** Starts it over its data. */
  async resume(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `port=${this.port}`, 'unix_socket_directories=', 'fsync=off', 'max_connections=150'];
    const args = ['-D', join(this.#folder, 'data'), ...settings.flatMap((setting) => ['-c', setting])];
    const child = spawn(postgresProgram('postgres'), args, { ...account(), cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] });
    this.#child = child;
    for await (const line of createInterface({ input: child.stderr })) if (line.includes('ready to accept connections')) break;
    child.stderr.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Files that belong to the account it runs as, and that nobody else reads. */
  #write(name: string, text: string): string {
    const { uid, gid } = account();
    const file = join(this.#folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    if (uid !== undefined && gid !== undefined) chownSync(file, uid, gid);
    return file;
  }

  #speakTls({ certificate, key }: { certificate: string; key: string }): void {
    const files = [`ssl_cert_file='${this.#write('certificate', certificate)}'`, `ssl_key_file='${this.#write('key', key)}'`];
    appendFileSync(join(this.#folder, 'data', 'postgresql.conf'), ['ssl=on', ...files, ''].join('\n'));
  }

  #make(): void {
    const { uid, gid } = account();
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    const secret = this.#write('password', PASSWORD);
    const data = join(this.#folder, 'data');
    const args = ['-D', data, '-U', USER, '--auth=scram-sha-256', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
    const made = spawnSync(postgresProgram('initdb'), args, { ...account(), cwd: this.#folder, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`PostgreSQL makes no data folder: ${made.stderr}`);
  }
}
