import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { connect, startLocalAzure, type LocalAzure } from '@tresor/local-azure';
import { decodeJwt } from 'jose';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import type { Principal } from '../../session/principal';
import { VirtualTime } from './virtual-time';

/** Where Linux keeps files that need no disk. */
const MEMORY = '/dev/shm';
const HOUR = 3_600_000;

/** What no run looks at; without it a world is put back in a moment. */
const LEFT_OUT = ['backup-jobs', 'backup-job-days', 'activity-log', 'activity-log-days'];
const POINTS = ['recovery-points', 'recovery-point-contents'];
const NEWEST = `SELECT max(key) AS key FROM documents WHERE collection = 'recovery-points' AND key LIKE '%;appvm1/%'`;

const inList = (names: readonly string[]) => `IN (${names.map((name) => `'${name}'`).join(', ')})`;
const keyed = z.object({ key: z.string() });

export interface Stage extends AsyncDisposable {
  azure: LocalAzure;
  /** The saved world in which each run begins. */
  world: string;
  principal: Principal;
  time: VirtualTime;
  /** The only recovery point that is left, one of AppVM1. */
  pointId: string;
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
  const { key } = keyed.parse(saved.prepare(NEWEST).get());
  saved.prepare(`DELETE FROM documents WHERE collection ${inList(POINTS)} AND key <> ?`).run(key);
  saved.exec(`DELETE FROM documents WHERE collection ${inList(LEFT_OUT)}; VACUUM`);
  saved.close();
  const { oid = '', tid = '' } = decodeJwt<{ oid?: string; tid?: string }>(token);
  const principal = { tid, oid, name: 'Adele', username: 'adele', isGuest: false, assertion: token, expiresAt: Date.now() / 1000 + 86_400 };
  return {
    azure,
    world,
    principal,
    time: new VirtualTime(Date.now()),
    pointId: key.split('/').at(-1) ?? '',
    async [Symbol.asyncDispose]() {
      await azure.stop();
      rmSync(dirname(world), { recursive: true });
    },
  };
}
