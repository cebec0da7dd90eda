import { recoveryPlan, type RecoveryPlan } from '@tresor/contracts';
import { startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRead } from '../../azure/connection/shared-reads';
import { ONCE_TIMES } from '../../workflows/once/command';
import { asker, Refusal, type Ask } from '../ask';
import type { DirectAnswer } from '../direct';
import { memoryStores } from '../memory/stores';
import { Life } from '../simulation/life';
import { Random } from '../simulation/random';
import { SimulatedServer } from '../simulation/server';
import { VirtualTime } from '../simulation/virtual-time';
import { openWire } from '../simulation/wire';
import { untilMorning } from '../start-contoso';
import { SignedIn } from './signed-in';

/** How often Azure was asked, by what for; `refused`: how often it answered that this was too often. */
export interface Calls {
  reads: number;
  writes: number;
  keyVaults: number;
  blobs: number;
  refused: number;
  /** How often a page had to ask once more. */
  pages: number;
}

/** The morning after, with time in hand: a server without a network, and the helpdesk at its page. */
export interface Stage extends AsyncDisposable {
  azure: LocalAzure;
  calls: Calls;
  ask: Ask;
  /** A plan as its page shows it, which asks once more where Azure refuses it because the run has asked too often. */
  look: (path: string) => Promise<RecoveryPlan>;
  /** Asks Resource Manager in the name of the helpdesk. */
  show: (url: string) => Promise<DirectAnswer>;
  /** Does something while time passes from moment to moment; then it stands, and things go their usual way. */
  live: <T>(life: () => Promise<T>) => Promise<T>;
}

/** The wire is as good as one can be: of what gets lost the simulation tells. */
const unharmed = { harm: () => 0, planted: { repeatsPosts: false, hidesRequestId: false } };
const nothing = () => undefined;

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'catastrophe-'));
  const azure = await startLocalAzure({ file: join(folder, 'azure.world'), clock: { mode: 'standing' }, seed: 'catastrophe' });
  azure.advance(untilMorning(azure.world.clock.now()));
  const time = new VirtualTime(azure.world.clock.now());
  const helpdesk = await SignedIn.open(azure, time, 'alex.wilber@contoso.example');
  const random = new Random(1);
  time.install(() => random.next());
  azure.world.setClock({ mode: 'real' });
  const calls = { reads: 0, writes: 0, keyVaults: 0, blobs: 0, refused: 0, pages: 0 };
  const life = new Life('server', random, () => 0, nothing);
  const wire = openWire({
    ...unharmed,
    azure,
    time,
    random,
    life,
    leaves: async () => undefined,
    arrived(request, status) {
      const { hostname } = new URL(request.url);
      if (status === 429) calls.refused += 1;
      if (hostname.includes('.vault.')) calls.keyVaults += 1;
      else if (hostname.includes('.blob.')) calls.blobs += 1;
      else if (isRead(request)) calls.reads += 1;
      else calls.writes += 1;
    },
    lost: nothing,
    trace: nothing,
  });
  const server = new SimulatedServer(life, memoryStores(), wire, helpdesk, ONCE_TIMES);
  const as = async (_person: string, path: string, { method = 'GET', body }: RequestInit = {}) => {
    const answer = await server.ask({ method, path, ...(typeof body === 'string' && { body: JSON.parse(body) }) });
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  };
  const ask = asker(() => ({ as }));
  return {
    azure,
    calls,
    ask,
    async look(path) {
      for (;;) {
        try {
          return await ask.get(recoveryPlan, path);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code !== 'azure-throttled') throw error;
          calls.pages += 1;
          await new Promise((resolve) => {
            setTimeout(resolve, 1_000);
          });
        }
      }
    },
    async show(url) {
      const { token } = await helpdesk.onBehalfOf(await helpdesk.principal(), 'https://management.azure.com/.default');
      const { pathname: path, searchParams: query, host: hostname, origin } = new URL(url, 'https://management.azure.com');
      const headers = { authorization: `Bearer ${token}` };
      time.busy += 1;
      try {
        const { status, body } = await azure.answer({
          method: 'GET',
          path,
          query,
          headers,
          body: '',
          bytes: Buffer.alloc(0),
          hostname,
          origin,
        });
        return { status, body: JSON.parse(body ?? 'null') };
      } finally {
        time.busy -= 1;
      }
    },
    async live(life) {
      const lived = { isOver: false };
      const living = life().finally(() => {
        lived.isOver = true;
      });
      living.catch(nothing);
      while (!lived.isOver && (await time.step()));
      azure.world.setClock({ mode: 'standing' });
      time.uninstall();
      return living;
    },
    async [Symbol.asyncDispose]() {
      await azure.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
