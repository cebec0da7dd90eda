// Starts Local Azure and the BFF as processes of their own, in the order they need each other.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { BFF_ALLOCATION, BFF_HEAP, LOCAL_AZURE_HEAP } from './heaps.mjs';
import { readBack } from './read-back.mjs';
import { root } from './prepare.mjs';

/**
 * Starts a program and waits for its line `{"ready":true,…}`; rejects with what it said when it ends before that, once: what `onLog` was told
 * is not said again.
 * @param {string} script
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @param {((text: string) => void) | undefined} onLog
 * @param {string[]} [nodeOptions]
 */
function startProgram(script, args, env, onLog, nodeOptions = []) {
  const child = spawn(process.execPath, [...nodeOptions, script, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    // By the channel a program sees that the one who started it is gone, and ends too.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = [];
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    output.push(text);
    if (output.length > 50) output.shift();
    onLog?.(text);
  });
  const exited = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  const whyEnded = () => {
    const said = output.join('').trim();
    if (said === '') return `${script} ended without a word.`;
    return onLog ? `${script} ended; it says why above.` : said;
  };
  const ready = new Promise((resolve, reject) => {
    if (child.stdout)
      createInterface({ input: child.stdout }).on('line', (line) => {
        if (line.startsWith('{"ready":true')) resolve(readBack(line));
      });
    void exited.then(() => reject(new Error(whyEnded())));
  });
  return {
    child,
    ready,
    exited,
    /** @param {NodeJS.Signals} [signal] */
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
    },
  };
}

/** What the server of a tenant is started with, besides what the environment says. */
export const cloudEnvironment = () => ({
  TRESOR_PORTAL_DIR: join(root, 'apps/portal/dist'),
  ...BFF_ALLOCATION,
  ...process.env,
  TRESOR_MODE: 'cloud',
  NODE_ENV: 'production',
});

/** With a date given, a program's calendar stands still there. */
const dateOptions = (date) => (date ? ['--import', pathToFileURL(join(root, 'scripts/standing-date.mjs')).href] : []);
const dateSettings = (date) => (date ? { TRESOR_STANDING_DATE: date } : {});

/** A program as it was built, or as its source. */
const scriptOf = (folder, source) => join(root, folder, source ? 'src/main.ts' : 'dist/main.js');
const loaderOf = (source) => (source ? ['--import', pathToFileURL(join(root, 'scripts/from-source.mjs')).href] : []);

/** Makes the folder of the state, or says in one sentence why the state cannot live there. */
export function ensureFolder(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new Error(`nothing can be kept in ${folder} (${error.code}); choose another folder with --data.`, { cause: error });
  }
}

/** Resolves when the loopback port can be bound, rejects with one sentence when it cannot. */
export function ensurePortFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () => reject(new Error(`port ${port} is in use; choose another with --port.`)));
    probe.listen(port, '127.0.0.1', () => probe.close(resolve));
  });
}

/**
 * Whether anybody takes connections at the loopback port.
 * @param {number} port
 */
export async function isListening(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/**
 * @typedef {{ name: string, username: string, does: { de: string, en: string } }} Person
 *
 * @typedef {object} RunningAzure
 * @property {string} url
 * @property {string} serverRoom
 * @property {string} cloud which of Azure's clouds it is
 * @property {string} issuer who issues its tokens
 * @property {string} tenantId
 * @property {string} portalAppId
 * @property {string} apiAppId
 * @property {string} apiAppSecret
 * @property {string[]} redirectUris
 * @property {Person[]} people
 *
 * @typedef {object} World
 * @property {string} [seed]
 * @property {string} [cloud] which of Azure's clouds a new one is
 * @property {number} [speed] minutes of Azure for each real one
 * @property {boolean} [standing] its clock stands still until it is turned
 * @property {boolean} [control]
 * @property {boolean | undefined} [throttle] whether it refuses those who ask too often; as unkind as it is when absent
 * @property {string | undefined} [unkind] `kind`, `longest` or the number of a seed
 * @property {boolean} [source]
 * @property {string[]} [nodeOptions]
 *
 * @typedef {object} Common
 * @property {number} port
 * @property {string} data
 * @property {((text: string) => void) | undefined} [onLog]
 * @property {string | undefined} [standingDate]
 */

/** What people fill a new world with; those that are for measuring alone are not among them. */
export const SEEDS = ['contoso', 'disaster', 'retirement', 'catastrophe', 'large', 'greenfield', 'provider', 'outage'];

/** Orders and the record of commands are of the world that they were given in. @param {string} data */
export function forgetOrders(data) {
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(data, `intents.sqlite${suffix}`), { force: true });
}

/** @param {Common & World & { tlsPort?: number, portalPort?: number, redirectUri?: string, fresh?: boolean }} options */
export function startLocalAzure({
  port,
  tlsPort,
  portalPort,
  redirectUri = portalPort === undefined ? undefined : `http://localhost:${portalPort}/auth/redirect.html`,
  data,
  fresh = false,
  seed = 'contoso',
  cloud = 'public',
  speed = 60,
  standing = false,
  control = false,
  throttle,
  unkind,
  onLog,
  standingDate,
  source = false,
  nodeOptions = [],
}) {
  ensureFolder(data);
  const args = ['--port', `${port}`, '--data', join(data, 'local-azure.sqlite'), '--seed', seed, '--cloud', cloud];
  if (redirectUri !== undefined) args.push('--redirect-uri', redirectUri);
  if (standing) args.push('--standing');
  else args.push('--speed', `${speed}`);
  if (tlsPort !== undefined) args.push('--tls-port', `${tlsPort}`);
  if (fresh) args.push('--fresh');
  if (control) args.push('--control');
  if (throttle !== undefined) args.push(throttle ? '--throttle' : '--no-throttle');
  if (unkind !== undefined) args.push('--unkind', unkind);
  return startProgram(scriptOf('packages/local-azure', source), args, dateSettings(standingDate), onLog, [
    ...LOCAL_AZURE_HEAP,
    ...loaderOf(source),
    ...nodeOptions,
    ...dateOptions(standingDate),
  ]);
}

/**
 * @typedef {{ folder: string, approvals: string, key: string }} ReviewPlace
 * @typedef {{ port: number, data: string, azure: RunningAzure, review?: ReviewPlace | undefined, origin?: string, portalDir?: string }} BffPlace
 */

/**
 * @typedef {object} Product
 * @property {string} url
 * @property {string} directory where its people sign in
 * @property {string[]} origins whom the browser may ask
 * @property {RunningAzure} azure
 * @property {ReviewPlace | undefined} [review] what it serves at /review, when that was asked for
 * @property {(portalDir?: string) => Promise<void>} crashBff
 * @property {() => Promise<void>} stop
 *
 * @param {BffPlace} place
 */
export function bffSettings({
  port,
  data,
  azure,
  review,
  origin = `http://localhost:${port}`,
  portalDir = join(root, 'apps/portal/dist'),
}) {
  const authority = azure.issuer.replace(/\/v2\.0$/, '');
  const local = `${azure.url}/${azure.tenantId}`;
  return {
    TRESOR_MODE: 'local',
    TRESOR_PORT: `${port}`,
    TRESOR_HOST: '127.0.0.1',
    TRESOR_DATA: data,
    TRESOR_PORTAL_DIR: portalDir,
    TRESOR_PUBLIC_ORIGIN: origin,
    TRESOR_TENANT_ID: azure.tenantId,
    TRESOR_PORTAL_CLIENT_ID: azure.portalAppId,
    TRESOR_API_CLIENT_ID: azure.apiAppId,
    TRESOR_API_CLIENT_SECRET: azure.apiAppSecret,
    TRESOR_CLOUD: azure.cloud,
    TRESOR_AUTHORITY: authority,
    TRESOR_AUTHORITY_METADATA: JSON.stringify({
      issuer: azure.issuer,
      authorization_endpoint: `${local}/oauth2/v2.0/authorize`,
      token_endpoint: `${local}/oauth2/v2.0/token`,
      end_session_endpoint: `${local}/oauth2/v2.0/logout`,
      jwks_uri: `${local}/discovery/v2.0/keys`,
    }),
    TRESOR_ISSUER: azure.issuer,
    TRESOR_JWKS_URL: `${local}/discovery/v2.0/keys`,
    TRESOR_AZURE_URL: azure.url,
    TRESOR_AUDIT_ROLE: 'Audit.Read',
    ...(review && { TRESOR_REVIEW: review.folder, TRESOR_REVIEW_APPROVALS: review.approvals, TRESOR_REVIEW_KEY: review.key }),
  };
}

/** @param {Common & BffPlace & { source?: boolean, nodeOptions?: string[] }} options */
export function startBff({ onLog, standingDate, nodeOptions = [], source = false, ...place }) {
  const settings = { ...BFF_ALLOCATION, ...bffSettings(place), ...dateSettings(standingDate) };
  return startProgram(scriptOf('apps/bff', source), [], settings, onLog, [
    ...BFF_HEAP,
    ...loaderOf(source),
    ...nodeOptions,
    ...dateOptions(standingDate),
  ]);
}

/**
 * Starts the whole product on the port (Local Azure on the next one, unless named).
 * `ended` resolves, with the program's name, when a program ends by itself; `stop` ends both.
 * @param {Common & World & { azurePort?: number, fresh?: boolean, review?: ReviewPlace }} options
 */
export async function startProduct({ port, azurePort = port + 1, data, fresh = false, onLog, standingDate, review, ...world }) {
  await ensurePortFree(port);
  await ensurePortFree(azurePort);
  ensureFolder(data);
  if (fresh) forgetOrders(data);
  const localAzure = startLocalAzure({ port: azurePort, portalPort: port, data, fresh, onLog, standingDate, ...world });
  const azure = await localAzure.ready;
  let bff = startBff({ port, data, azure, onLog, standingDate, review });
  try {
    await bff.ready;
  } catch (error) {
    await localAzure.stop();
    throw error;
  }
  return {
    url: `http://localhost:${port}`,
    directory: `${azure.url}/${azure.tenantId}`,
    origins: [`http://localhost:${port}`, azure.url],
    azure,
    review,
    localAzure,
    get bff() {
      return bff;
    },
    /** Ends the BFF without warning and starts it again, as a crash would; with another build of the portal where one is named. */
    async crashBff(portalDir) {
      await bff.stop('SIGKILL');
      bff = startBff({ port, data, azure, onLog, standingDate, review, ...(portalDir !== undefined && { portalDir }) });
      await bff.ready;
    },
    ended: Promise.race([localAzure.exited.then(() => 'Local Azure'), bff.exited.then(() => 'The BFF')]),
    async stop() {
      await bff.stop();
      await localAzure.stop();
    },
  };
}
