import { countedVault } from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { SUBSCRIPTION } from '../../testing/contoso-places';
import { startContoso } from '../../testing/start-contoso';

it('the vaults of a subscription say how full they are, those with nothing in them too', async () => {
  await using contoso = await startContoso();
  const ask = asker(() => contoso);
  const vaults = await ask.get(z.array(countedVault), `${SUBSCRIPTION}/readiness/vaults`);
  const counts = new Map<string, number>(vaults.map(({ name, protectedItems }) => [name, protectedItems]));
  expect(counts.get('IgniteDemoVault')).toBe(0);
  expect(counts.get('OperationsVault')).toBeGreaterThan(5);
  expect(counts.has('FullVault')).toBe(false);
  const test = SUBSCRIPTION.replace(/[^/]+$/, '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4');
  const full = await ask.get(z.array(countedVault), `${test}/readiness/vaults`);
  expect(full.find(({ name }) => name === 'FullVault')?.protectedItems).toBe(200);
});
