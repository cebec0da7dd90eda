import { useEffect, useState } from 'react';

const PAUSE_MS = 500;

/** The value once nothing has changed it for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(setSettled, PAUSE_MS, () => value);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
