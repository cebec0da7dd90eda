import { useState } from 'react';
import { azureNow } from '../api/azure-time';

/** The moment the component first appeared, in milliseconds and by Azure's clock: what is said about the future does not change while it is read. */
export function useNow(): number {
  const [now] = useState(azureNow);
  return now;
}
