import { useState, useSyncExternalStore } from 'react';
import { azureNow, azureTurns, whenAzureTurns } from '../api/azure-time';

/**
 * The moment the component first appeared, in milliseconds and by Azure's clock: what is said about the future does not change while it is
 * read, unless that clock is found to stand elsewhere than was believed.
 */
export function useNow(): number {
  const turns = useSyncExternalStore(whenAzureTurns, azureTurns);
  const [seen, setSeen] = useState(() => ({ turns, now: azureNow() }));
  if (seen.turns === turns) return seen.now;
  const next = { turns, now: azureNow() };
  setSeen(next);
  return next.now;
}
