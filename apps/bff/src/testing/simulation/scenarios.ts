import { itemPath, policyName, vaultPath, vmId, type ProtectionBatch } from '@tresor/contracts';
import { Problem } from '../../problem';
import { backUpNow } from '../../workflows/item-commands/back-up-now';
import type { Checks } from './checks';
import type { Random } from './random';
import type { SimulatedServer } from './server';
import type { VirtualTime } from './virtual-time';

/** Who and what takes part in a run. */
export interface Cast {
  random: Random;
  time: VirtualTime;
  checks: Checks;
  intentId: string;
  /** One of the servers; in place of a dead one a new one. */
  server: () => SimulatedServer;
  trace: (line: string) => void;
}

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const ITEM = itemPath.parse({
  subscriptionId: SUBSCRIPTION,
  resourceGroup: 'OperationsRG',
  vaultName: 'OperationsVault',
  vmGroup: 'OperationsRG',
  vmName: 'AppVM1',
});
const VAULT = vaultPath.parse({ subscriptionId: SUBSCRIPTION, resourceGroup: 'IgniteRG', vaultName: 'IgniteDemoVault' });
const machine = (group: string, name: string) =>
  vmId.parse(`/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.Compute/virtualMachines/${name}`);
const MACHINES = [machine('dbvm1', 'DBVM1Restore'), machine('OperationsRG', 'LinuxVM1')];

const ANSWERED_WITHIN = 10_000;
const GIVES_UP_AFTER = 30_000;

const sleep = (milliseconds: number) =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });

/** Asks a server as a page does, which gives up after a while. Undefined where nothing came of it. */
async function ask<T>(cast: Cast, question: (server: SimulatedServer) => Promise<T>, mustAnswer = false): Promise<T | undefined> {
  const server = cast.server();
  const asked = cast.time.now;
  server.life.disturbed = false;
  const answer = await Promise.race([
    question(server).catch((error: unknown) => {
      if (!(error instanceof Problem || (error instanceof Error && /UpstreamFailure|AbortError/.test(error.name)))) throw error;
      cast.trace(`${server.life.name} refuses: ${error.message}`);
      return undefined;
    }),
    sleep(GIVES_UP_AFTER),
  ]);
  if (mustAnswer && !server.life.disturbed && cast.time.now - asked > ANSWERED_WITHIN)
    cast.checks.breach('nobody was told within ten seconds');
  return answer;
}

/** A backup ordered from one or two tabs, and asked for until it is known what came of it. */
export async function orderOnce(cast: Cast): Promise<void> {
  const tab = async () => {
    for (;;) {
      const outcome = await ask(
        cast,
        (server) =>
          backUpNow(server.once, server.session(), cast.intentId, ITEM, null).then((told) => {
            cast.trace(`${server.life.name} tells ${told.state}`);
            cast.checks.told(told);
            return told;
          }),
        true,
      );
      if (outcome?.state === 'started') return;
      await sleep(1_000 + cast.random.below(outcome?.state === 'checking' ? 60_000 : 5_000));
    }
  };
  await Promise.all(cast.random.happens(0.4) ? [tab(), tab()] : [tab()]);
}

/** Two machines enabled, and watched until the batch says that it has finished. */
export async function enableOnce(cast: Cast): Promise<void> {
  const batchId = cast.random.uuid();
  const request = { vault: VAULT, edition: '2017-01' as const, policyName: policyName.parse('DefaultPolicy') };
  let batch: ProtectionBatch | undefined;
  do {
    const known = batch;
    batch = await ask(cast, (server) =>
      known
        ? server.protection.get(server.session(), batchId, VAULT)
        : server.protection.enable(server.session(), batchId, request, MACHINES),
    );
    batch ??= known;
    await sleep(1_000 + cast.random.below(2_000));
  } while (!batch?.finished);
  cast.trace(`ends with ${batch.results.map(({ vmName, state }) => `${vmName} ${state}`).join(', ')}`);
  cast.checks.ended(batch);
}
