import { findIana } from 'windows-iana';

/** Looking a zone up searches a long table. */
const known = new Map<string, string | undefined>([['UTC', 'UTC']]);

/** The IANA name of a Windows time zone id, or undefined when Windows knows no such zone. */
export function ianaZone(windowsId: string): string | undefined {
  if (!known.has(windowsId)) known.set(windowsId, findIana(windowsId)[0]);
  return known.get(windowsId);
}
