import { Throttle } from './arm/throttle';
import { controlRoom } from './control';
import { openAuthority } from './entra/authority';
import { certificateNames } from './http/names';
import type { HttpAnswer, HttpRequest } from './http/exchange';
import { openRecorder } from './http/recorder';
import { RouteTable } from './http/route-table';
import { keepingIdentity } from './identity';
import { listen } from './listen';
import { programsOf, registerCertificates } from './programs';
import type { CertificateFiles, Program } from './programs';
import { routes, timelines } from './providers';
import { setListLag } from './providers/recovery-services/state/service-pace';
import { savedWorlds } from './saved-worlds';
import { setBackupAnswers } from './providers/recovery-services/regional-outage';
import { plant } from './seeds';
import type { SeedName } from './seeds';
import { API_APP_ID, PORTAL_APP_ID } from './seeds/company';
import { catchUp, route } from './server';
import type { Rooms } from './server';
import { openTlsMaterial } from './tls/material';
import type { TlsMaterial } from './tls/material';
import type { ClockMode } from './world/time/clock';
import { cloudNameOf, cloudOf } from './world/cloud';
import type { CloudName } from './world/cloud';
import { applications, passwordOf, tenant, users } from './world/directory/directory';
import type { Application, User } from './world/directory/directory';
import { setUnkindness, unkindnessOf, USUAL_UNKINDNESS, type Unkindness } from './world/time/delays';
import { Faults } from './world/faults';
import { subscriptions } from './world/subscriptions/subscriptions';
import { openWorld } from './world/open-world';
import type { OpenWorld } from './world/open-world';

export interface LocalAzureOptions {
  /** Path of the state file, or `:memory:`. */
  file: string;
  /** 0 or absent: any free port. */
  port?: number;
  /** Where the pages that sign people in wait for the answer, letter by letter; a portal at its usual port when absent. */
  redirectUris?: readonly string[] | undefined;
  /** Port for TLS, 0 for any free one; without it there is no TLS. */
  tlsPort?: number | undefined;
  clock?: ClockMode;
  /** What a new world begins with; a world that is there already stays as it is. */
  seed?: SeedName;
  /** Which of Azure's clouds a new world is; the public one when absent. */
  cloud?: CloudName;
  /** File of a saved world that a new world begins with instead of a seed. */
  saved?: string;
  /** Opens the routes below /control, which turn the clock, reset the world and arm failures. */
  control?: boolean;
  /** How late what Azure does late happens here; as in every program when absent. */
  unkindness?: Unkindness;
  /** Refuses calls beyond Azure's limits; in every world that is not kind when absent. */
  throttle?: boolean | undefined;
  /** Whether what has fallen due happens also while nobody asks, as it does when absent. */
  heartbeat?: boolean;
  /** Folder that everything asked and answered is written to, secrets blanked; that of `LOCAL_AZURE_RECORD` when absent. */
  record?: string | undefined;
}

export interface LocalAzure extends CertificateFiles {
  /** Where everything is served: `http://localhost:<port>`. */
  url: string;
  /** The same over TLS; the certificate of the authority to trust as PEM and, unless the world is in memory, where it is kept. */
  tls?: { url: string; ca: string; caFile?: string };
  /** Which of Azure's clouds it is. */
  cloud: CloudName;
  /** Who issues its tokens. */
  issuer: string;
  tenantId: string;
  portalAppId: string;
  apiAppId: string;
  apiAppSecret: string;
  redirectUris: readonly string[];
  people: User[];
  /** The subscriptions, and how many virtual machines each has. */
  subscriptions: { id: string; name: string; virtualMachines: number }[];
  /** What the people's names are signed in with where no page can be shown; the same for all. */
  password: string;
  programs: Program[];
  world: OpenWorld;
  faults: Faults;
  /** Lets world time pass, in milliseconds; what falls due on the way happens. */
  advance(milliseconds: number): void;
  /** Answers a request without a network in between. */
  answer(request: HttpRequest): Promise<HttpAnswer>;
  /** How late, from now on, what Azure does late happens. */
  setUnkindness(unkindness: Unkindness): void;
  /** Lets lists of jobs leave out, for so many milliseconds, what has just started. */
  setListLag(milliseconds: number): void;
  /** Lets the Backup service of a region answer no more, or again. */
  setBackupAnswers(region: string, answers: boolean): void;
  /** Back to a fresh world. Keys and secrets of the directory stay, so that who was signed in still is. */
  reset(seed: SeedName): void;
  stop(): Promise<void>;
}

function resetWorld(world: OpenWorld, seed: SeedName): void {
  const putBack = keepingIdentity(world);
  const cloud = cloudNameOf(world);
  world.write(() => {
    world.clear();
    plant(world, seed, cloud);
    putBack();
  });
  world.lately.forget();
}

function requireApi(world: OpenWorld): Application {
  const api = applications(world).get(API_APP_ID);
  if (api?.secret === undefined) throw new Error('The directory of this world has no API registered.');
  return api;
}

const USUAL_REDIRECT_URIS = ['http://localhost:4280/auth/redirect.html'];

/** Milliseconds between looks for what has fallen due while nobody asks. */
const HEARTBEAT = 1000;

/**
 * Starts Local Azure on a loopback port.
 * @throws StateError when the state file cannot be used; an Error with code EADDRINUSE when the port is taken
 */
export async function startLocalAzure(options: LocalAzureOptions): Promise<LocalAzure> {
  const world = openWorld({ file: options.file, ...(options.clock && { clock: options.clock }) });
  try {
    if (!tenant(world)) beginWorld(world, options);
    for (const plan of timelines) plan(world);
    setUnkindness(world, options.unkindness ?? USUAL_UNKINDNESS);
    return await serve(world, options);
  } catch (error) {
    world.close();
    throw error;
  }
}

function beginWorld(world: OpenWorld, { saved, seed = 'contoso', cloud = 'public' }: LocalAzureOptions): void {
  if (saved === undefined) plant(world, seed, cloud);
  else world.load(saved);
}

async function serve(world: OpenWorld, options: LocalAzureOptions): Promise<LocalAzure> {
  const faults = new Faults();
  const throttle = new Throttle(options.throttle ?? unkindnessOf(world) !== 'kind');
  const reset = (seed: SeedName) => resetWorld(world, seed);
  const { record = process.env['LOCAL_AZURE_RECORD'] } = options;
  const controls = { world, faults, throttle, reset, saved: savedWorlds(world, options.file) };
  const rooms: Rooms = {
    world,
    faults,
    throttle,
    authority: openAuthority(world),
    redirectUris: options.redirectUris ?? USUAL_REDIRECT_URIS,
    routes: new RouteTable(routes),
    ...(record !== undefined && { record: openRecorder(record) }),
    ...(options.control && { control: (request) => controlRoom(controls, request) }),
  };
  const material = options.tlsPort === undefined ? undefined : openTlsMaterial(options.file, certificateNames(cloudOf(world)));
  const secure = material && { port: options.tlsPort ?? 0, material };
  const listeners = await listen(rooms, options.port ?? 0, secure);
  rooms.url = listeners.url;
  const certificateFiles = material && (await registerCertificates(world, options.file));
  const heartbeat = options.heartbeat === false ? undefined : setInterval(() => catchUp(world), HEARTBEAT).unref();
  return {
    url: listeners.url,
    ...tlsOf(listeners.secureUrl, material),
    cloud: cloudNameOf(world),
    issuer: rooms.authority.issuer,
    tenantId: rooms.authority.tenantId,
    portalAppId: PORTAL_APP_ID,
    apiAppId: API_APP_ID,
    apiAppSecret: requireApi(world).secret ?? '',
    redirectUris: rooms.redirectUris,
    get people() {
      return users(world).list();
    },
    subscriptions: subscriptionsOf(world),
    password: passwordOf(world),
    programs: programsOf(world),
    ...certificateFiles,
    world,
    faults,
    advance: (milliseconds) => world.advance(milliseconds),
    answer(request) {
      catchUp(world);
      return route(rooms, request);
    },
    setUnkindness: (unkindness) => setUnkindness(world, unkindness),
    setListLag: (milliseconds) => setListLag(world, milliseconds),
    setBackupAnswers: (region, answers) => setBackupAnswers(world, region, answers),
    reset,
    stop: async () => {
      clearInterval(heartbeat);
      await listeners.close();
      await rooms.authority.keys();
      world.close();
    },
  };
}

function tlsOf(url: string | undefined, material: TlsMaterial | undefined): Pick<LocalAzure, 'tls'> {
  if (url === undefined || !material) return {};
  const { ca, caFile } = material;
  return { tls: { url, ca, ...(caFile !== undefined && { caFile }) } };
}

const subscriptionsOf = (world: OpenWorld): LocalAzure['subscriptions'] =>
  subscriptions(world)
    .list()
    .map(({ subscriptionId: id, displayName: name }) => ({
      id,
      name,
      virtualMachines: world.resources.ids('Microsoft.Compute/virtualMachines', `/subscriptions/${id}`, Number.MAX_SAFE_INTEGER).length,
    }));
