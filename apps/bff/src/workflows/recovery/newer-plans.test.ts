import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { itemInVault, recoverySummary } from '@tresor/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { holdRoles } from '../../testing/hold-roles';
import { LEE } from '../../testing/probes/stage';
import { machineOf, planRecovery } from '../../testing/recovering';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

beforeEach(async () => {
  contoso = await startContoso('disaster');
});
afterEach(() => contoso[Symbol.asyncDispose]());

/** What a newer server makes of a plan over the same store. */
function rewrite(path: string, change: string): string {
  const store = new DatabaseSync(join(contoso.server.dataDir, 'intents.sqlite'));
  const planId = path.split('/').at(-1) ?? '';
  store.prepare(`update recovery_plans set record = json_set(record, ${change}) where plan_id like ?`).run(`%${planId}`);
  const kept = store.prepare('select record from recovery_plans where plan_id like ?').get(`%${planId}`);
  store.close();
  return String(kept?.['record']);
}

it.each([`'$.target.kind', 'moon'`, `'$.target.besides', 'moon'`, `'$.moment.kind', 'luckiest'`, `'$.standing.state', 'dreaming'`])(
  'a plan that a newer server wrote (%s) is told by its name, hides no other, and stays as it is',
  async (change) => {
    const items = await ask.get(z.array(itemInVault), '/api/items');
    const machines = items.filter(({ name }) => name === 'DBVM2').map((item) => machineOf(item));
    const path = await planRecovery(ask, machines, { name: 'Newer' });
    await planRecovery(ask, machines, { name: 'Known' });
    const kept = rewrite(path, change);

    const summaries = await ask.get(z.array(recoverySummary), '/api/recovery-plans');
    expect(summaries.map(({ name, standing, total }) => [name, standing.state, total])).toEqual([
      ['Known', 'planned', 1],
      ['Newer', 'not-known', 1],
    ]);
    const draft = { name: 'Over it', edition: 'current', machines, moment: { kind: 'newest' }, target: { kind: 'as-it-was' } };
    for (const [method, on, body] of [
      ['GET', path],
      ['PUT', path, draft],
      ['DELETE', path],
      ['POST', `${path}/start`],
    ] as const)
      expect(await ask.refusal(method, on, body)).toBe('record-not-known');
    expect(rewrite(path, `'$.name', 'Newer'`)).toBe(kept);
    // Nobody learns of it who may see none of its vaults.
    await holdRoles(contoso, LEE, []);
    expect(await ask.get(z.array(recoverySummary), '/api/recovery-plans', { person: 'lee' })).toEqual([]);
  },
);
