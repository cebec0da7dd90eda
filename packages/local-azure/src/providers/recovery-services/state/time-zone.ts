import { findIana } from 'windows-iana';

/** Looking a zone up searches a long table. Names that are none are not remembered: of those there is no end. */
const known = new Map([['UTC', 'UTC']]);

/** The IANA name of a Windows time zone id, or undefined when Windows knows no such zone. */
export function ianaZone(windowsId: string): string | undefined {
  const found = known.get(windowsId) ?? findIana(windowsId)[0];
  if (found !== undefined) known.set(windowsId, found);
  return found;
}
