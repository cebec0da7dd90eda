import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { TLSSocket } from 'node:tls';
import { metadataEndpoints } from './arm/metadata-endpoints';
import { serveArm, type ArmRoom } from './arm/serve';
import { isIdentityHost, serveManagedIdentity } from './entra/managed-identity';
import { entraPath, serveEntra } from './entra/serve';
import { serveGraph } from './graph/serve';
import { json, sendAnswer, type HttpAnswer, type HttpRequest } from './http/exchange';
import { isAzureHost, withAzureNames, withNamesOf } from './http/names';
import { BodyTooLarge, readRequest } from './http/read-request';
import { strike } from './http/strike';
import { serveKeyVault, vaultNameOf } from './key-vault/serve';
import { SERVER_ROOM, serveServerRoom } from './server-room/serve';
import { accountNameOf } from './storage/call';
import { serveBlobs } from './storage/serve';
import type { TlsMaterial } from './tls/material';
import { cloudOf, type Cloud } from './world/cloud';
import { isStorageFailure, STORAGE_FAILURE } from './world/state/database';
import type { Faults } from './world/faults';
import { SLICE_MS, type OpenWorld } from './world/open-world';
import type { ClockMode } from './world/time/clock';

/** `Retry-After` counts the caller's seconds: where the world runs faster, what is awaited is there sooner. Refusals stay as they are. */
function atPace(clock: ClockMode, answer: HttpAnswer): HttpAnswer {
  const after = answer.headers['Retry-After'];
  if (clock.mode !== 'accelerated' || after === undefined || answer.status >= 400) return answer;
  const seconds = Math.max(1, Math.ceil(Number(after) / clock.speed));
  return { ...answer, headers: { ...answer.headers, 'Retry-After': String(seconds) } };
}

export interface Rooms extends ArmRoom {
  world: OpenWorld;
  redirectUris: readonly string[];
  faults: Faults;
  /** Where people find our pages, known once we listen. */
  url?: string;
  /** The control room; absent when it is closed. */
  control?: (request: HttpRequest) => Promise<HttpAnswer | undefined>;
  /** Writes down what is asked and answered; absent when nobody wants it. Answers of armed faults are none of ours. */
  record?: (request: HttpRequest, answer: HttpAnswer) => void;
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[\w-]+\.)+localhost)(?::\d+)?$/i;

/** Which room a request is for: by the host it names, else by its path. */
export async function route(rooms: Rooms, request: HttpRequest): Promise<HttpAnswer> {
  const cloud = cloudOf(rooms.world);
  const vault = vaultNameOf(cloud, request.hostname);
  if (vault !== undefined)
    return serveKeyVault(rooms, vault, request, (makesKey) => rooms.throttle.providers?.exceedsVault(vault, makesKey) ?? false);
  const account = accountNameOf(cloud, request.hostname);
  if (account !== undefined) return serveBlobs(rooms, account, request);
  if (request.hostname === cloud.graph || request.hostname === 'graph.localhost') return serveGraph(rooms, request);
  if (isIdentityHost(request.hostname)) return serveManagedIdentity(rooms, request);
  if (request.path === SERVER_ROOM) return serveServerRoom(rooms.world, request);
  const tokenService = entraPath(rooms, request.path);
  if (tokenService !== undefined) return serveEntra(rooms, request, tokenService);
  if (request.path.toLowerCase() === '/metadata/endpoints') return metadataEndpoints(cloud, request);
  const answer = await serveArm(rooms, withAzureNames(cloud, request));
  return withNamesOf(cloud, request, atPace(rooms.world.clockMode, answer));
}

const behind = new WeakSet<OpenWorld>();

/**
 * Lets happen what has fallen due: a part of it at once, and, when there is much, the rest in slices between the requests. When it cannot be
 * written down it waits, and what is there can still be read.
 */
export function catchUp(world: OpenWorld): void {
  try {
    if (world.schedule.settle(SLICE_MS) || behind.has(world)) return;
    behind.add(world);
    setImmediate(() => {
      behind.delete(world);
      if (world.isOpen) catchUp(world);
    });
  } catch (error) {
    console.error('What has fallen due must wait.', error);
  }
}

/** Over TLS nobody gets here under a name that our certificate does not cover. */
function isOurs(cloud: Cloud, { headers: { host = '' }, socket }: IncomingMessage): boolean {
  return (
    loopback.test(host) ||
    isIdentityHost(host) ||
    (socket instanceof TLSSocket && isAzureHost(cloud, host.replace(/:443$/, '').toLowerCase()))
  );
}

async function answer(rooms: Rooms, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page elsewhere that lets its name point to this computer must not reach us: browsers cannot forge Host.
  if (!isOurs(cloudOf(rooms.world), incoming)) return sendAnswer(response, json(421, { error: { code: 'MisdirectedRequest' } }), true);
  const request = await readRequest(incoming);
  const controlled = await rooms.control?.(request);
  if (controlled) return sendAnswer(response, controlled, true);
  const work = async () => {
    catchUp(rooms.world);
    return route(rooms, request);
  };
  const fault = rooms.faults.strike(request.method, request.path);
  if (fault) {
    const struck = { faults: rooms.faults, now: () => rooms.world.clock.now() };
    return strike(response, fault, request, struck, work);
  }
  const made = await work();
  rooms.record?.(request, made);
  return sendAnswer(response, made, request.method !== 'HEAD');
}

function failureOf(error: unknown): [status: number, code: string] {
  if (error instanceof BodyTooLarge) return [413, 'RequestEntityTooLarge'];
  return isStorageFailure(error) ? [507, 'InsufficientStorage'] : [500, 'InternalServerError'];
}

function fail(response: ServerResponse, error: unknown): void {
  const [status, code] = failureOf(error);
  if (status === 500) console.error('A request failed.', error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const message = status === 507 ? { message: STORAGE_FAILURE } : {};
  sendAnswer(response, json(status, { error: { code, ...message } }), true).catch(() => response.destroy());
}

const limits = { maxHeaderSize: 32_768, keepAliveTimeout: 65_000 };

function listener(rooms: Rooms) {
  return (incoming: IncomingMessage, response: ServerResponse) => {
    answer(rooms, incoming, response).catch((error: unknown) => fail(response, error));
  };
}

/** The HTTP server over all rooms. */
export function createHttpServer(rooms: Rooms): Server {
  return createServer(limits, listener(rooms));
}

/** The same over TLS. */
export function createTlsServer(rooms: Rooms, { certificate, key }: TlsMaterial): SecureServer {
  return createSecureServer({ ...limits, cert: certificate, key, minVersion: 'TLSv1.2' }, listener(rooms));
}
