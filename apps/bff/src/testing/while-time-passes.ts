import { expect } from 'vitest';
import type { Contoso } from './start-contoso';

/** Time passes in Azure while the BFF waits for an answer. */
export async function whileTimePasses<T>({ azure }: Pick<Contoso, 'azure'>, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => (isOver = true));
  await expect.poll(() => (azure.advance(1_000), isOver), { timeout: 20_000, interval: 200 }).toBe(true);
  return over;
}
