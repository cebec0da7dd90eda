import { useState } from 'react';

/** The moment the component first appeared, in milliseconds: what is said about the future does not change while it is read. */
export function useNow(): number {
  const [now] = useState(() => Date.now());
  return now;
}
