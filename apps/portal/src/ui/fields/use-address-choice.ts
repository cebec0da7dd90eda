import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What the address says of one choice, `''` where it says nothing, and how to change that alone: a link to it shows the same. */
export function useAddressChoice(name: string): [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams();
  const choose = useCallback(
    (value: string) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (value === '') after.delete(name);
          else after.set(name, value);
          return after;
        },
        { replace: true },
      ),
    [name, setSearch],
  );
  return [search.get(name) ?? '', choose];
}

/** Leads to another page with all that this address says of choices, some of them changed. */
export function useLinkWithChoices(): (path: string, changed?: Readonly<Record<string, string>>) => string {
  const [search] = useSearchParams();
  return (path, changed = {}) => {
    const choices = new URLSearchParams({ ...Object.fromEntries(search), ...changed });
    return choices.size === 0 ? path : `${path}?${choices.toString()}`;
  };
}
