import { findIana } from 'windows-iana';

/** The IANA name of a Windows time zone id, or undefined when Windows knows no such zone. */
export function ianaZone(windowsId: string): string | undefined {
  return windowsId === 'UTC' ? 'UTC' : findIana(windowsId)[0];
}
