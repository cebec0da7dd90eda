import type { AddressInfo } from 'node:net';
import { Throttle } from './arm/throttle';
import { controlRoom } from './control';
import { openAuthority } from './entra/authority';
import { RouteTable } from './http/route-table';
import { routes, timelines } from './providers';
import { plant } from './seeds';
import type { SeedName } from './seeds';
import { API_APP_ID, PORTAL_APP_ID } from './seeds/company';
import { catchUp, createHttpServer } from './server';
import type { Rooms } from './server';
import type { ClockMode } from './world/clock';
import { applications, tenant, users } from './world/directory';
import type { Application, User } from './world/directory';
import { Faults } from './world/faults';
import { openWorld } from './world/open-world';
import type { OpenWorld } from './world/open-world';

export interface LocalAzureOptions {
  /** Path of the state file, or `:memory:`. */
  file: string;
  /** 0 or absent: any free port. */
  port?: number;
  clock?: ClockMode;
  /** What a new world begins with; a world that is there already stays as it is. */
  seed?: SeedName;
  /** Opens the routes below /control, which turn the clock, reset the world and arm failures. */
  control?: boolean;
  /** Lets Azure Resource Manager really refuse calls beyond its limits. */
  throttle?: boolean;
}

export interface LocalAzure {
  /** Where everything is served: `http://localhost:<port>`. */
  url: string;
  tenantId: string;
  portalAppId: string;
  apiAppId: string;
  apiAppSecret: string;
  people: User[];
  world: OpenWorld;
  faults: Faults;
  /** Lets world time pass, in milliseconds; what falls due on the way happens. */
  advance(milliseconds: number): void;
  /** Back to a fresh world. Keys and secrets of the directory stay, so that who was signed in still is. */
  reset(seed: SeedName): void;
  stop(): Promise<void>;
}

/** What outlives a reset: signing keys and the registered applications with their secrets. */
function resetWorld(world: OpenWorld, seed: SeedName): void {
  const keptKeys = world.documents('authority');
  const signingKey = keptKeys.get('signing-key');
  const kept = applications(world).list();
  world.write(() => {
    world.clear();
    if (signingKey) keptKeys.put('signing-key', signingKey);
    plant(world, seed);
    for (const application of kept) applications(world).put(application.appId.toLowerCase(), application);
  });
}

function requireApi(world: OpenWorld): Application {
  const api = applications(world).get(API_APP_ID);
  if (api?.secret === undefined) throw new Error('The directory of this world has no API registered.');
  return api;
}

/** Milliseconds between looks for what has fallen due while nobody asks. */
const HEARTBEAT = 1000;

/**
 * Starts Local Azure on a loopback port.
 * @throws StateError when the state file cannot be used; an Error with code EADDRINUSE when the port is taken
 */
export async function startLocalAzure(options: LocalAzureOptions): Promise<LocalAzure> {
  const world = openWorld({ file: options.file, ...(options.clock && { clock: options.clock }) });
  try {
    if (!tenant(world)) plant(world, options.seed ?? 'contoso');
    for (const plan of timelines) plan(world);
    return await serve(world, options);
  } catch (error) {
    world.close();
    throw error;
  }
}

async function serve(world: OpenWorld, options: LocalAzureOptions): Promise<LocalAzure> {
  const faults = new Faults();
  const throttle = new Throttle(options.throttle ?? false);
  const reset = (seed: SeedName) => resetWorld(world, seed);
  const rooms: Rooms = {
    world,
    faults,
    throttle,
    authority: openAuthority(world),
    routes: new RouteTable(routes),
    ...(options.control && { control: (request) => controlRoom({ world, faults, throttle, reset }, request) }),
  };
  const server = createHttpServer(rooms);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: options.port ?? 0, host: '127.0.0.1' }, resolve);
  });
  const heartbeat = setInterval(() => catchUp(world), HEARTBEAT).unref();
  return {
    url: `http://localhost:${portOf(server.address())}`,
    tenantId: rooms.authority.tenantId,
    portalAppId: PORTAL_APP_ID,
    apiAppId: API_APP_ID,
    apiAppSecret: requireApi(world).secret ?? '',
    people: users(world).list(),
    world,
    faults,
    advance: (milliseconds) => world.advance(milliseconds),
    reset,
    stop: async () => {
      clearInterval(heartbeat);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await rooms.authority.keys();
      world.close();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('The server has no port.');
}
