import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { decodeJwt } from 'jose';
import { DatabaseSync } from 'node:sqlite';
import type { Principal } from '../../session/principal';
import { VirtualTime } from './virtual-time';

/** Where Linux keeps files that need no disk. */
const MEMORY = '/dev/shm';
const HOUR = 3_600_000;

/** What no run looks at; without it a world is put back in a moment. */
const LEFT_OUT = ['recovery-point-contents', 'recovery-points', 'backup-jobs', 'backup-job-days', 'activity-log', 'activity-log-days'];

export interface Stage extends AsyncDisposable {
  azure: LocalAzure;
  /** The saved world in which each run begins. */
  world: string;
  principal: Principal;
  time: VirtualTime;
}

/** Local Azure in this process, on a morning on which no nightly backup runs, and a person who may do everything. */
export async function openStage(): Promise<Stage> {
  const azure = await startLocalAzure({ file: ':memory:', clock: { mode: 'standing' }, seed: 'contoso' });
  const { credential } = await connect(azure, 'adele');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  azure.advance((33 * HOUR - (azure.world.clock.now() % (24 * HOUR))) % (24 * HOUR));
  azure.world.setClock({ mode: 'real' });
  const world = join(mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'tresor-simulation-')), 'morning.world');
  azure.world.save(world);
  const saved = new DatabaseSync(world);
  saved.exec(`DELETE FROM documents WHERE collection IN (${LEFT_OUT.map((name) => `'${name}'`).join(', ')}); VACUUM`);
  saved.close();
  const { oid = '', tid = '' } = decodeJwt<{ oid?: string; tid?: string }>(token);
  const principal = { tid, oid, name: 'Adele', username: 'adele', isGuest: false, assertion: token, expiresAt: Date.now() / 1000 + 86_400 };
  return {
    azure,
    world,
    principal,
    time: new VirtualTime(Date.now()),
    async [Symbol.asyncDispose]() {
      await azure.stop();
      rmSync(dirname(world), { recursive: true });
    },
  };
}
