import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { SERVER_ROOM } from './server-room/serve';
import { startLocalAzure } from './start';
import type { LocalAzure, LocalAzureOptions } from './start';
import { seedNames } from './seeds';
import { unkindnessFrom, USUAL_UNKINDNESS, type Unkindness } from './world/time/delays';
import { StateError } from './world/state/state-error';
import type { ClockMode } from './world/time/clock';
import { cloudNames } from './world/cloud';
import { makePrivateFolder } from './world/state/private-files';

/** What the person who started us can put right; shown without a stack. */
class StartError extends Error {}

const { env } = process;

function numberFrom(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== '' && Number.isFinite(number) && number >= 0) return number;
  throw new StartError(`--${name} must be a number, not "${value}".`);
}

const switchFrom = (value: string | undefined): boolean | undefined => (value === undefined ? undefined : value === '1');

function readArguments() {
  try {
    return parseArgs({
      allowNegative: true,
      options: {
        port: { type: 'string' },
        'tls-port': { type: 'string' },
        data: { type: 'string' },
        'redirect-uri': { type: 'string', multiple: true },
        seed: { type: 'string' },
        cloud: { type: 'string' },
        speed: { type: 'string' },
        standing: { type: 'boolean' },
        fresh: { type: 'boolean' },
        control: { type: 'boolean' },
        throttle: { type: 'boolean' },
        unkind: { type: 'string' },
        kind: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new StartError(error instanceof Error ? error.message : String(error));
  }
}

function redirectUrisFrom(given: string[] | undefined): string[] | undefined {
  const wrong = given?.find((uri) => !URL.canParse(uri) || new URL(uri).hash !== '' || !/^https?:$/.test(new URL(uri).protocol));
  if (wrong !== undefined) throw new StartError(`--redirect-uri must be the address of a page, not "${wrong}".`);
  return given;
}

function clockFor(speed: number | undefined, standing: boolean): { clock?: ClockMode } {
  if (standing) return { clock: { mode: 'standing' } };
  if (speed === undefined) return {};
  return { clock: speed === 1 ? { mode: 'real' } : { mode: 'accelerated', speed } };
}

function unkindnessOf(kind: boolean, given: string | undefined): Unkindness {
  if (kind) return 'kind';
  if (given === undefined) return USUAL_UNKINDNESS;
  const unkindness = unkindnessFrom(given);
  if (unkindness !== undefined) return unkindness;
  throw new StartError(`--unkind must be kind, longest or the number of a seed, not "${given}".`);
}

/** Command line first, then environment (`LOCAL_AZURE_PORT` and so on), then defaults. */
function readOptions(): LocalAzureOptions & { fresh: boolean } {
  const given = readArguments();
  const port = numberFrom('port', given.port ?? env['LOCAL_AZURE_PORT']) ?? 4281;
  const speed = numberFrom('speed', given.speed ?? env['LOCAL_AZURE_SPEED']);
  const asked = given.seed ?? env['LOCAL_AZURE_SEED'] ?? 'contoso';
  const seed = seedNames.find((name) => name === asked);
  if (!seed) throw new StartError(`--seed must be one of ${seedNames.join(', ')}, not "${asked}".`);
  const askedCloud = given.cloud ?? env['LOCAL_AZURE_CLOUD'] ?? 'public';
  const cloud = cloudNames.find((name) => name === askedCloud);
  if (!cloud) throw new StartError(`--cloud must be one of ${cloudNames.join(', ')}, not "${askedCloud}".`);
  return {
    file: given.data ?? env['LOCAL_AZURE_DATA'] ?? 'local-azure.sqlite',
    port,
    tlsPort: numberFrom('tls-port', given['tls-port'] ?? env['LOCAL_AZURE_TLS_PORT']),
    redirectUris: redirectUrisFrom(given['redirect-uri'] ?? env['LOCAL_AZURE_REDIRECT_URI']?.split(' ')),
    seed,
    cloud,
    ...clockFor(speed, given.standing ?? false),
    fresh: given.fresh ?? false,
    control: given.control ?? env['LOCAL_AZURE_CONTROL'] === '1',
    throttle: given.throttle ?? switchFrom(env['LOCAL_AZURE_THROTTLE']),
    unkindness: unkindnessOf(given.kind ?? false, given.unkind ?? env['LOCAL_AZURE_UNKIND']),
  };
}

/** A folder on a disk that cannot be written is refused with one code or another: the system looks for its parent first. */
function makeFolder(folder: string): void {
  try {
    makePrivateFolder(folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new StartError(`The state cannot be written there: the folder ${folder} cannot be made (${code}).`, { cause: error });
  }
}

function prepare(file: string, fresh: boolean): void {
  if (file === ':memory:') return;
  makeFolder(dirname(file));
  if (!fresh) return;
  for (const part of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`, `${file}.last`]) {
    if (existsSync(part)) rmSync(part);
  }
}

function sentence(error: unknown, port: number | undefined): string | undefined {
  if (error instanceof StartError || error instanceof StateError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const taken = error instanceof Error && 'port' in error ? Number(error.port) : port;
    const option = taken === port ? '--port' : '--tls-port';
    return `Port ${taken ?? 0} is in use; stop the program that uses it or choose another one with ${option}.`;
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM' || code === 'ENOTDIR' || code === 'EEXIST') {
    return error instanceof Error ? `The state cannot be written there: ${error.message}.` : undefined;
  }
  return undefined;
}

/** What its starter has to know of it. */
const TOLD = ['url', 'cloud', 'issuer', 'tenantId', 'portalAppId', 'apiAppId', 'apiAppSecret', 'redirectUris', 'subscriptions'] as const;

function announce(azure: LocalAzure): void {
  const { url, tls, password, clientCertificate, apiCertificate } = azure;
  const told = Object.fromEntries(TOLD.map((name) => [name, azure[name]]));
  const people = azure.people.map(({ displayName, username, does }) => ({ name: displayName, username, does }));
  const programs = azure.programs.map(({ displayName, ...program }) => ({ name: displayName, ...program }));
  const secure = tls && { tls: { url: tls.url, caFile: tls.caFile }, password, programs, clientCertificate, apiCertificate };
  console.log(JSON.stringify({ ready: true, ...told, serverRoom: url + SERVER_ROOM, people, ...secure }));
}

function stopOnSignal(azure: LocalAzure): void {
  let stopping: Promise<void> | undefined;
  const stop = () => void (stopping ??= azure.stop().then(() => process.exit(0)));
  // Who tells a whole group of processes, as a terminal does, tells this one again through the one that started it.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.once('disconnect', stop);
}

async function main(): Promise<void> {
  // Whatever else is written holds keys as well: it is this account's alone.
  process.umask(0o077);
  let port: number | undefined;
  try {
    const { fresh, ...options } = readOptions();
    ({ port } = options);
    prepare(options.file, fresh);
    const azure = await startLocalAzure(options);
    stopOnSignal(azure);
    announce(azure);
  } catch (error) {
    console.error(sentence(error, port) ?? error);
    process.exit(1);
  }
}

await main();
