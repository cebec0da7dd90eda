import { changeApplication, changeConsent, changeServicePrincipal } from './control-directory';
import { changeGuest } from './control-guest';
import { changePolicy } from './control-policy';
import { changeSize } from './control-size';
import { signOutEverywhere } from './entra/sessions';
import { setServiceEdition } from './providers/recovery-services/backup-service';
import { setBackupAnswers } from './providers/recovery-services/regional-outage';
import { json } from './http/exchange';
import type { HttpAnswer, HttpRequest } from './http/exchange';
import type { Throttle } from './arm/throttle';
import { setListLag, setRestoreSpan } from './providers/recovery-services/state/service-pace';
import type { ClockMode } from './world/time/clock';
import { DELAYS, setUnkindness, unkindnessOf, type Unkindness } from './world/time/delays';
import { faultKinds } from './world/faults';
import type { Fault, Faults } from './world/faults';
import { record, text } from './world/json';
import { keyVaultPace, networkPace, queueingPace } from './world/time/pace';
import { findUser } from './world/directory/directory';
import { setRegistered } from './world/subscriptions/registered-providers';
import { revokeTokens } from './world/directory/revoked-tokens';
import { putSubscription, subscriptions, SUBSCRIPTION_STATES } from './world/subscriptions/subscriptions';
import { askForSecondFactor } from './world/directory/second-factor';
import { demandContext } from './world/directory/step-up';
import { SavedWorldError } from './saved-worlds';
import type { SavedWorlds } from './saved-worlds';
import type { OpenWorld } from './world/open-world';
import { seedNames } from './seeds';
import type { SeedName } from './seeds';
import { own } from './world/own';

/** What the control room turns. */
interface Controls {
  world: OpenWorld;
  faults: Faults;
  throttle: Throttle;
  reset(seed: SeedName): void;
  saved: SavedWorlds;
}

type Control = (controls: Controls, body: Record<string, unknown>) => HttpAnswer | Promise<HttpAnswer>;

class BadControl extends Error {}

function numberIn(body: Record<string, unknown>, name: string): number {
  const value = own(body, name);
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw new BadControl(`${name} must be a number, not negative.`);
}

function optionalNumber(body: Record<string, unknown>, name: string): Record<string, number> {
  return own(body, name) === undefined ? {} : { [name]: numberIn(body, name) };
}

function clockIn(body: Record<string, unknown>): ClockMode {
  const mode = body['mode'];
  if (mode === 'real' || mode === 'standing') return { mode };
  if (mode === 'accelerated') return { mode, speed: numberIn(body, 'speed') };
  throw new BadControl('mode must be real, standing or accelerated (with speed).');
}

function faultIn(body: Record<string, unknown>): Fault {
  const operation = text(body['operation']);
  const kind = faultKinds.find((known) => known === String(body['kind']));
  if (operation === undefined) throw new BadControl('operation must be a regular expression over "METHOD /path".');
  if (!kind) throw new BadControl(`kind must be one of ${faultKinds.join(', ')}.`);
  return { operation, kind, ...optionalNumber(body, 'times'), ...optionalNumber(body, 'rate'), ...optionalNumber(body, 'seconds') };
}

function seedIn(body: Record<string, unknown>): SeedName {
  const seed = seedNames.find((known) => known === body['seed']);
  if (seed) return seed;
  throw new BadControl(`seed must be one of ${seedNames.join(', ')}.`);
}

function unkindnessIn(body: Record<string, unknown>): Unkindness {
  const { unkindness } = body;
  if (unkindness === 'kind' || unkindness === 'longest') return unkindness;
  if (own(body, 'seed') !== undefined) return { seed: numberIn(body, 'seed') };
  throw new BadControl('unkindness must be kind or longest; or seed a number.');
}

function show({ world, faults, throttle }: Controls): HttpAnswer {
  return json(200, {
    now: new Date(world.clock.now()).toISOString(),
    clock: world.clockMode,
    resources: world.resources.below('/subscriptions').length,
    faults: faults.armed,
    throttle: throttle.enabled,
    unkindness: unkindnessOf(world),
    delays: Object.fromEntries(Object.entries(DELAYS).map(([name, { most, source }]) => [name, { seconds: most / 1000, source }])),
  });
}

/** The control room's contents page. */
const controls: Record<string, Control> = {
  'GET /control': show,
  'POST /control/advance': async (controls, body) => {
    await controls.world.letPass(numberIn(body, 'minutes') * 60_000);
    return show(controls);
  },
  'POST /control/clock': (controls, body) => {
    controls.world.setClock(clockIn(body));
    return show(controls);
  },
  'POST /control/reset': (controls, body) => {
    controls.reset(seedIn(body));
    return show(controls);
  },
  'POST /control/save': (controls, body) => {
    controls.saved.save(text(body['file']) ?? '');
    return show(controls);
  },
  'POST /control/load': (controls, body) => {
    controls.saved.load(text(body['file']) ?? '');
    return show(controls);
  },
  'POST /control/faults': (controls, body) => {
    controls.faults.arm(faultIn(body));
    return show(controls);
  },
  'DELETE /control/faults': (controls) => {
    controls.faults.clear();
    return show(controls);
  },
  'POST /control/step-up': (controls, body) => {
    const audience = text(body['audience']);
    if (audience === undefined) throw new BadControl('audience must be that of a service, such as https://management.azure.com.');
    demandContext(controls.world, audience, text(body['context']));
    return show(controls);
  },
  'POST /control/second-factor': (controls, body) => {
    const user = findUser(controls.world, text(body['person']) ?? '');
    if (!user) throw new BadControl('person must be the object id or the sign-in name of somebody in the directory.');
    if (typeof body['asked'] !== 'boolean') throw new BadControl('asked must be true or false.');
    askForSecondFactor(controls.world, user.objectId, body['asked']);
    return show(controls);
  },
  'POST /control/policy': (controls, body) => {
    const trouble = changePolicy(controls.world, body);
    if (trouble !== undefined) throw new BadControl(trouble);
    return show(controls);
  },
  'POST /control/size': (controls, body) => {
    const trouble = changeSize(controls.world, body);
    if (trouble !== undefined) throw new BadControl(trouble);
    return show(controls);
  },
  'POST /control/subscription': (controls, body) => {
    const found = subscriptions(controls.world).get((text(body['subscription']) ?? '').toLowerCase());
    if (!found) throw new BadControl('subscription must be the id of one.');
    const state = SUBSCRIPTION_STATES.find((one) => one === body['state']);
    if (!state) throw new BadControl(`state must be one of ${SUBSCRIPTION_STATES.join(', ')}.`);
    controls.world.write(() => putSubscription(controls.world, { ...found, state }));
    return show(controls);
  },
  'POST /control/end-tokens': (controls, body) => {
    const user = findUser(controls.world, text(body['person']) ?? '');
    if (!user) throw new BadControl('person must be the object id or the sign-in name of somebody in the directory.');
    controls.world.write(() => {
      revokeTokens(controls.world, user.objectId);
      signOutEverywhere(controls.world, user.objectId);
    });
    return show(controls);
  },
  'POST /control/guest': (controls, body) => {
    if (!changeGuest(controls.world, body)) throw new BadControl('machine must be the ARM id or the name of a virtual machine.');
    return show(controls);
  },
  'POST /control/application': (controls, body) => {
    if (!changeApplication(controls.world, body)) throw new BadControl('application must be the id of one that is registered.');
    return show(controls);
  },
  'POST /control/consent': (controls, body) => {
    if (!changeConsent(controls.world, body))
      throw new BadControl('application must be the id of one that is registered, service the display name of one of Microsoft’s.');
    return show(controls);
  },
  'POST /control/service-principal': (controls, body) => {
    if (!changeServicePrincipal(controls.world, body)) throw new BadControl('application must be the id of one that has a principal.');
    return show(controls);
  },
  'POST /control/provider': (controls, body) => {
    const namespace = text(body['namespace']);
    if (namespace === undefined) throw new BadControl('namespace must be that of a resource provider.');
    for (const { subscriptionId } of subscriptions(controls.world).list())
      setRegistered(controls.world, subscriptionId, namespace, body['registered'] === true);
    return show(controls);
  },
  'POST /control/service-edition': (controls, body) => {
    const edition = body['edition'];
    if (edition !== '2017-01' && edition !== 'current') throw new BadControl('edition must be 2017-01 or current.');
    setServiceEdition(controls.world, edition);
    return show(controls);
  },
  'POST /control/backup-region': (controls, body) => {
    const region = text(body['region']);
    if (region === undefined) throw new BadControl('region must be the name of one, such as westeurope.');
    setBackupAnswers(controls.world, region, body['answers'] !== false);
    return show(controls);
  },
  'POST /control/job-list-lag': (controls, body) => {
    setListLag(controls.world, numberIn(body, 'seconds') * 1_000);
    return show(controls);
  },
  'POST /control/unkindness': (controls, body) => {
    setUnkindness(controls.world, unkindnessIn(body));
    return show(controls);
  },
  'POST /control/restores': (controls, body) => {
    setRestoreSpan(controls.world, numberIn(body, 'minutes') * 60_000);
    return show(controls);
  },
  'POST /control/key-vaults': (controls, body) => {
    keyVaultPace.set(controls.world, numberIn(body, 'seconds'));
    return show(controls);
  },
  'POST /control/network': (controls, body) => {
    networkPace.set(controls.world, numberIn(body, 'seconds'));
    return show(controls);
  },
  'POST /control/queueing': (controls, body) => {
    queueingPace.set(controls.world, numberIn(body, 'seconds'));
    return show(controls);
  },
  'POST /control/throttle': (controls, body) => {
    controls.throttle.enabled = body['enabled'] === true;
    const { resourceRequests } = body;
    controls.throttle.resourceRequests = typeof resourceRequests === 'number' ? resourceRequests : undefined;
    return show(controls);
  },
};

/** Answers requests below /control; undefined for all others. A browser never gets in: it cannot help sending Origin. */
export async function controlRoom(turned: Controls, request: HttpRequest): Promise<HttpAnswer | undefined> {
  if (request.path !== '/control' && !request.path.startsWith('/control/')) return undefined;
  if (request.headers.origin !== undefined) return json(403, { error: 'Pages may not turn these controls.' });
  const control = own(controls, `${request.method} ${request.path}`);
  if (!control) return json(404, { error: `There is no ${request.method} ${request.path}.` });
  try {
    const body: unknown = request.body === '' ? {} : JSON.parse(request.body);
    return await control(turned, record(body));
  } catch (error) {
    if (error instanceof BadControl || error instanceof SavedWorldError || error instanceof SyntaxError)
      return json(400, { error: error.message });
    throw error;
  }
}
