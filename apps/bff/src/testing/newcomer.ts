import { randomUUID } from 'node:crypto';
import {
  commandOutcome,
  keyVaultAccess,
  keyVaultTarget,
  keyVaultView,
  machineCheck,
  machineOptions,
  policy,
  recoveryPoint,
  restore,
  restoreOutlook,
  storageAccount,
  type ItemInVault,
  type KeyChain,
  type KeyVaultTarget,
  type Restore,
  type RestoreCommand,
  type RestoreOutlook,
  type RestoreStep,
} from '@tresor/contracts';
import { bestPoint, type Edition, firstWay, linksOf, neededKeyVaultPermissions } from '@tresor/support-matrix';
import * as z from 'zod';
import { inSight } from '../facts';
import { asker, Refusal, type Ask } from './ask';
import type { Contoso } from './start-contoso';

/** How a walk ended: all is done, or what was said instead of a next command. */
interface End {
  /** `at-start`: before anything was changed. */
  kind: 'done' | 'at-start' | 'barred' | 'stuck' | 'hidden';
  reason: string | null;
}

/** What is said before the first click that the walk will not get past. */
interface Obstacle {
  step: RestoreStep;
  why: string;
}

/** What a screen asks to be clicked for a command: its step is opened, what it proposes is taken, the button is pressed. */
const CLICKS: Readonly<Record<RestoreCommand, number>> = {
  'restore-disks': 4,
  'restore-missing': 2,
  'restore-keys': 2,
  'create-machine': 2,
  'renew-encryption': 2,
  protect: 2,
  'back-up-now': 2,
  'remove-leftovers': 2,
};

const MOST_PRESSES = 12;

/** Somebody who knows nothing of restores and presses what is offered, as it is offered. */
export class Newcomer {
  readonly machine: string;
  clicks = 0;
  end: End | null = null;
  /** It is told at the start and not heeded, so that it can be held against how the walk ends. */
  foretold: Obstacle | null = null;
  last: Restore | null = null;
  readonly pressed: RestoreCommand[] = [];
  readonly #contoso: Contoso;
  readonly #ask: Ask;
  readonly #item: ItemInVault;
  readonly #asked: { person: string };
  readonly #edition: Edition;
  #jobId = '';

  constructor(contoso: Contoso, item: ItemInVault, person: string, edition: Edition) {
    this.#contoso = contoso;
    this.#ask = asker(() => contoso);
    this.#item = item;
    this.machine = item.name;
    this.#asked = { person };
    this.#edition = edition;
  }

  /** Path of its vault in the API. */
  get vault(): string {
    const { subscriptionId, resourceGroup, vaultName } = this.#item.vault;
    return `/api/vaults/${subscriptionId}/${resourceGroup}/${vaultName}`;
  }

  /** Path of its restore in the API. */
  get path(): string {
    return `${this.vault}/restores/${this.#jobId}`;
  }

  /** Chooses the point and the place that are proposed, and restores the disks. */
  async start(): Promise<void> {
    await this.#recordEnd(async () => {
      const item = `${this.vault}/items/${this.#item.resourceGroup}/${this.#item.name}`;
      const points = await this.#get(z.array(recoveryPoint), `${item}/recovery-points?days=3650`);
      const point = bestPoint(points);
      if (!point) return { kind: 'at-start', reason: points[0]?.verdict.reasons.join(' ') ?? 'no-points' };
      const accounts = await this.#get(z.array(storageAccount), `${this.vault}/restores/storage-accounts?edition=${this.#edition}`);
      const account = accounts.find(({ reason }) => reason === null);
      if (!account) return { kind: 'at-start', reason: 'no-storage-account' };
      const targetGroup = this.#edition === 'current' ? this.#item.resourceGroup : null;
      const body = { edition: this.#edition, recoveryPointId: point.id, storageAccountId: account.id, targetGroup };
      const question = Object.entries(body).flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]));
      this.foretold ??= obstacleIn(await this.#get(restoreOutlook, `${item}/restores/outlook?${question.join('&')}`));
      const { jobId } = await this.#send(commandOutcome, 'PUT', `${item}/restores/${randomUUID()}`, body);
      this.#jobId = jobId ?? '';
      this.clicks += CLICKS['restore-disks'];
      return null;
    }, 'at-start');
  }

  /** Looks where the restore stands and does what comes next, if anything does. */
  async goOn(): Promise<void> {
    if (this.end) return;
    const found = await this.#get(restore, `${this.path}?edition=${this.#edition}`);
    this.last = found;
    const { next } = found;
    if (next.kind === 'wait') return;
    if (next.kind === 'done' || next.kind === 'removed') {
      this.end = { kind: 'done', reason: null };
      return;
    }
    if (next.kind === 'command') return this.#recordEnd(() => this.#press(next.command, found), 'barred');
    const view = found.steps.find(({ step }) => step === next.step);
    this.end = { kind: next.kind, reason: view?.reason ?? view?.needs.map(({ right }) => right).join(' ') ?? null };
  }

  async #press(command: RestoreCommand, found: Restore): Promise<End | null> {
    this.pressed.push(command);
    if (this.pressed.length > MOST_PRESSES) throw new Error(`${this.machine} goes round in circles: ${this.pressed.join(', ')}`);
    const barred = await this.#do[command](found);
    if (barred === null) this.clicks += CLICKS[command];
    return barred;
  }

  readonly #do: Readonly<Record<RestoreCommand, (found: Restore) => Promise<End | null>>> = {
    'restore-disks': async () => {
      await this.start();
      return this.end;
    },
    'restore-missing': async () => {
      await this.#send(z.unknown(), 'PUT', `${this.path}/disks/${randomUUID()}`, { edition: this.#edition });
      return null;
    },
    'restore-keys': async (found) => {
      const targets = await this.#get(z.array(keyVaultTarget), `${this.path}/key-vaults`);
      await this.#send(z.unknown(), 'PUT', `${this.path}/keys`, { how: wayBack(found, targets) });
      return null;
    },
    'create-machine': async () => {
      const options = await this.#get(machineOptions, `${this.path}/machine/options`);
      const { suggested, sizes, subnets, groups } = options;
      const open = groups.filter(({ allowed }) => allowed);
      const group = open.find(({ name }) => name.toLowerCase() === suggested.group.toLowerCase()) ?? open[0] ?? groups[0];
      const size = sizes.find((each) => each === suggested.size) ?? sizes[0];
      const machine = { name: suggested.name, group: group?.name, size, subnetId: subnets[0]?.id, publicIp: false };
      const faults = await this.#send(z.array(machineCheck), 'POST', `${this.path}/machine/check`, { machine });
      if (faults.length > 0) return { kind: 'barred', reason: faults.join(' ') };
      await this.#send(z.unknown(), 'PUT', `${this.path}/machine`, { machine });
      return null;
    },
    'renew-encryption': async ({ pass, clientId, openDisks: { untold, plain } }) => {
      const program = this.#contoso.azure.programs.find(({ displayName }) => displayName === 'Disk encryption');
      const application =
        pass === 'dual' ? { clientId: inSight(clientId, null) === null ? program?.appId : null, clientSecret: program?.secret } : null;
      await this.#send(z.unknown(), 'PUT', `${this.path}/encryption`, { application, encryptPlain: untold.length + plain.length > 0 });
      return null;
    },
    protect: async ({ policyName }) => {
      const policies = await this.#get(z.array(policy), `${this.vault}/policies`);
      const chosen = policyName ?? policies[0]?.name;
      await this.#send(z.unknown(), 'PUT', `${this.path}/protection`, { policyName: chosen, edition: this.#edition });
      return null;
    },
    'back-up-now': async ({ machineId, keyChain }) => {
      if (!(await this.#letServiceIn(keyChain))) return { kind: 'barred', reason: 'grant-first' };
      const [, , , , group, , , , name] = (inSight(machineId, null) ?? '').split('/');
      await this.#send(z.unknown(), 'PUT', `${this.vault}/items/${group}/${name}/backups/${randomUUID()}`, { retainUntil: null });
      return null;
    },
    'remove-leftovers': async () => {
      await this.#send(z.unknown(), 'DELETE', `${this.path}/leftovers`);
      return null;
    },
  };

  /** The screen shows key vaults that Azure Backup may not read, each with the way to let it in. Whether it may now. */
  async #letServiceIn(chain: KeyChain | null): Promise<boolean> {
    const keyVaultIds = [...new Set((chain ? linksOf(chain) : []).map(({ keyVaultId }) => keyVaultId))];
    if (keyVaultIds.length === 0) return true;
    const question = { edition: 'current', needsKeys: chain?.key != null, keyVaultIds };
    const access = await this.#send(z.array(keyVaultAccess), 'POST', '/api/key-vault-access', question);
    for (const { id, model } of access.filter(({ state }) => state === 'lacking')) {
      const [, , subscriptionId, , group, , , , name] = id.split('/');
      const keyVault = `/api/key-vaults/${subscriptionId}/${group}/${name}`;
      const { details } = await this.#get(keyVaultView, keyVault);
      if (!details || details.missingToGrant.length > 0) return false;
      const way = model === 'rbac' ? 'built-in-role' : 'access-policy';
      const permissions = neededKeyVaultPermissions('current', chain?.key != null);
      await this.#send(z.unknown(), 'PUT', `${keyVault}/grants/${randomUUID()}`, { way, permissions, stamp: details.stamp });
      this.clicks += 2;
    }
    return true;
  }

  readonly #get = <T>(schema: z.ZodType<T>, path: string) => this.#ask.get(schema, path, this.#asked);
  readonly #send = <T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown) =>
    this.#ask.send(schema, method, path, body, this.#asked);

  /** What the API refuses is told on the screen: there the walk ends. */
  async #recordEnd(press: () => Promise<End | null>, kind: End['kind']): Promise<void> {
    try {
      this.end = await press();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.end = { kind, reason: error.code };
    }
  }
}

/** The first step that cannot be taken, and why. */
function obstacleIn({ steps }: RestoreOutlook): Obstacle | null {
  const closed = steps.find(({ state }) => state !== 'open' && state !== 'not-needed');
  if (!closed) return null;
  const { step, state, missing, needs, ruleId, policies } = closed;
  const rights = missing.map(
    ({ scope, roles, actions }) => `${(roles[0] ? roles : actions).join('+')} on ${scope.split('/').at(-1) ?? ''}`,
  );
  return {
    step,
    why: [
      state,
      ...rights,
      ...needs.map(({ right }) => right),
      ...(ruleId === null ? [] : [ruleId]),
      ...policies.map(({ name }) => name),
    ].join(' '),
  };
}

/** The way that is chosen before anybody chooses. */
function wayBack({ keyChain, vmGroup }: Restore, targets: readonly KeyVaultTarget[]) {
  if (keyChain === null) return { way: 'recover' };
  const { keyVaultId, keyVaultName } = keyChain.secret;
  const way = firstWay(keyChain, targets);
  return way === 'restore' ? { way, keyVaultId } : way === 'create' ? { way, name: `${keyVaultName}-2`, group: vmGroup } : { way };
}
