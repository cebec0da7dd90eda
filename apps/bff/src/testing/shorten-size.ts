import { expect } from 'vitest';
import type { Contoso } from './start-contoso';

/** Takes a size of machines away in the region of most vaults, as when Azure restricts it or has too little of it; `none` gives it back. */
export async function shortenSize(
  { azure }: Contoso,
  size: string,
  shortage: 'restricted' | 'scarce' | 'exhausted' | 'none',
  zones?: readonly string[],
): Promise<void> {
  const body = JSON.stringify({ size, region: 'westeurope', shortage, zones });
  expect((await fetch(`${azure.url}/control/size`, { method: 'POST', body })).status).toBe(200);
}
