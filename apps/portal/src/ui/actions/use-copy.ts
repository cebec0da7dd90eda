import { useState } from 'react';

/** Copies a text; a browser may refuse that, or have no clipboard at all. */
export function useCopy(value: string) {
  const [last, setLast] = useState<{ of: string; worked: boolean }>();
  const copy = async () => {
    let worked = true;
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      worked = false;
    }
    setLast({ of: value, worked });
  };
  const isOfThis = last?.of === value;
  return { copy: () => void copy(), copied: isOfThis && last.worked, refused: isOfThis && !last.worked };
}
