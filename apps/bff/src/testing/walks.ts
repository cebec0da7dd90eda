import { itemInVault, type ItemInVault } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import { asker } from './ask';
import type { Newcomer } from './newcomer';
import type { Contoso } from './start-contoso';

const MINUTE = 60_000;
/** More at once wait for each other longer than the server waits for Azure. */
const AT_ONCE = 4;
/** Half a day: whatever takes longer does not end. */
const ROUNDS = 48;

/** Every machine of which there is something to restore; of the disaster what it did to the company. */
export async function restorable(contoso: Contoso, seed: string): Promise<ItemInVault[]> {
  const items = await asker(() => contoso).get(z.array(itemInVault), '/api/items');
  const isOfSeed = ({ vault }: ItemInVault) => (vault.vaultName === 'IgniteDemoVault') === (seed === 'disaster');
  return items.filter((item) => item.latestRecoveryPoint !== null && isOfSeed(item));
}

/** All go their ways at once, as far as they lead. `look`: what is done whenever they have taken a step. */
export async function walkToTheEnd(contoso: Contoso, newcomers: readonly Newcomer[], look?: () => Promise<void>): Promise<void> {
  const some = pLimit(AT_ONCE);
  await some.map(newcomers, (one) => one.start());
  for (let round = 0; round < ROUNDS && newcomers.some(({ end }) => end === null); round += 1) {
    await look?.();
    contoso.azure.advance(15 * MINUTE);
    await some.map(newcomers, (one) => one.goOn());
  }
  await look?.();
}
