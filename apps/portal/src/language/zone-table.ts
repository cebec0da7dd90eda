import { findIana, findWindows, WINDOWS_TO_IANA_MAP } from 'windows-iana';

export const windowsZones: string[] = [...new Set(WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))].toSorted((a, b) =>
  a.localeCompare(b, 'en'),
);

/** Null for a zone neither list knows; ids that are IANA names already stay. */
export function ianaOf(windowsZone: string): string | null {
  const [iana] = findIana(windowsZone);
  if (iana) return iana;
  return isKnown(windowsZone) ? windowsZone : null;
}

export const windowsOf = (iana: string): string => findWindows(iana)[0] ?? 'UTC';

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

function isKnown(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
