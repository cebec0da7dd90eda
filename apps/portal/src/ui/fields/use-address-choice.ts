import { useCallback } from 'react';
import { useChoices } from '../../map/use-choices';

/** What the address says of one choice, `''` where it says nothing, and how to change that alone: a link to it shows the same. */
export function useAddressChoice(name: string): [string, (value: string) => void] {
  const [chosen, chooseAll] = useChoices();
  const choose = useCallback(
    (value: string) => {
      const changed = new URLSearchParams(chosen);
      if (value === '') changed.delete(name);
      else changed.set(name, value);
      chooseAll(changed);
    },
    [name, chosen, chooseAll],
  );
  return [chosen.get(name) ?? '', choose];
}

/** Leads to another page with all that this address says of choices, some of them changed. */
export function useLinkWithChoices(): (path: string, changed?: Readonly<Record<string, string>>) => string {
  const [chosen] = useChoices();
  return (path, changed = {}) => {
    const choices = new URLSearchParams({ ...Object.fromEntries(chosen), ...changed });
    return choices.size === 0 ? path : `${path}?${choices.toString()}`;
  };
}
