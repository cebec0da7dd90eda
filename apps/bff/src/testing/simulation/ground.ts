import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { recoveryPoint } from '@tresor/contracts';
import { connect, type LocalAzure } from '@tresor/local-azure';
import { decodeJwt } from 'jose';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Principal } from '../../session/principal';
import { asker } from '../ask';
import { OPERATIONS } from '../contoso-places';
import { beginRestore } from '../planning';
import { startContoso } from '../start-contoso';
import { VirtualTime } from './virtual-time';

/** Where Linux keeps files that need no disk. */
const MEMORY = '/dev/shm';
const HOUR = 3_600_000;

/** What no run looks at; without it a world is put back in a moment. */
const LEFT_OUT = ['activity-log', 'activity-log-days'];
const JOBS = ['backup-jobs', 'backup-job-days'];
const POINTS = ['recovery-points', 'recovery-point-contents'];
const OF_POINT = `SELECT key FROM documents WHERE collection = 'recovery-points' AND key LIKE '%;appvm1/%' AND key LIKE ?`;

const inList = (names: readonly string[]) => `IN (${names.map((name) => `'${name}'`).join(', ')})`;
const keyed = z.object({ key: z.string() });

export interface Stage extends AsyncDisposable {
  azure: LocalAzure;
  /** The saved world in which each run begins. */
  world: string;
  principal: Principal;
  /** What that person holds for storage, beside what is in `principal`. */
  storageToken: string;
  time: VirtualTime;
  /** The only recovery point that is left, one of AppVM1. */
  pointId: string;
  /** The only job that is left: it has restored the disks of that point. */
  restoreId: string;
}

/** The company on a morning on which no nightly backup runs, after disks were restored. */
async function restoredMorning(): Promise<{ azure: LocalAzure; restoreId: string; pointId: string }> {
  // Seconds that really pass would bring about, within a run, what falls due in its own time.
  const contoso = await startContoso('contoso', { heartbeat: false });
  const { azure, server } = contoso;
  await fetch(`${azure.url}/control/restores`, { method: 'POST', body: JSON.stringify({ minutes: 1 }) });
  const ask = asker(() => contoso);
  const [point] = await ask.get(z.array(recoveryPoint), `${OPERATIONS}/items/OperationsRG/AppVM1/recovery-points`);
  const restore = await beginRestore(ask, 'AppVM1');
  azure.advance(HOUR / 6);
  await server[Symbol.asyncDispose]();
  return { azure, restoreId: restore.split('/').at(-1) ?? '', pointId: point?.id ?? '' };
}

/** Local Azure in this process, and a person who may do everything. */
export async function openStage(): Promise<Stage> {
  const { azure, restoreId, pointId } = await restoredMorning();
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  const { token: storageToken } = await credential.getToken('https://storage.azure.com/.default');
  azure.world.setClock({ mode: 'real' });
  const world = join(mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'tresor-simulation-')), 'morning.world');
  azure.world.save(world);
  const saved = new DatabaseSync(world);
  const { key } = keyed.parse(saved.prepare(OF_POINT).get(`%${pointId}`));
  saved.prepare(`DELETE FROM documents WHERE collection ${inList(POINTS)} AND key <> ?`).run(key);
  saved.prepare(`DELETE FROM documents WHERE collection ${inList(JOBS)} AND key NOT LIKE ?`).run(`%${restoreId}%`);
  saved.exec(`DELETE FROM documents WHERE collection ${inList(LEFT_OUT)}; VACUUM`);
  saved.close();
  const { oid = '', tid = '' } = decodeJwt<{ oid?: string; tid?: string }>(token);
  const principal = {
    tid,
    oid,
    name: 'Adele',
    username: 'adele',
    isGuest: false,
    roles: [],
    assertion: token,
    issuedAt: Date.now() / 1000,
    expiresAt: Date.now() / 1000 + 86_400,
  };
  return {
    azure,
    world,
    principal,
    storageToken,
    time: new VirtualTime(Date.now()),
    pointId,
    restoreId,
    async [Symbol.asyncDispose]() {
      await azure.stop();
      rmSync(dirname(world), { recursive: true });
    },
  };
}
