import { readKeyUrl } from './key-url';

/** Whether all texts in the values pass, however deep they lie. `name`: that of the member a text is. */
function everyText(values: unknown, passes: (text: string, name: string) => boolean, name = ''): boolean {
  if (typeof values === 'string') return passes(values, name);
  if (typeof values !== 'object' || values === null) return values !== undefined;
  return Object.entries(values).every(([key, value]) => everyText(value, passes, Array.isArray(values) ? name : key));
}

/** Whether no value is missing, and every URL of a key or secret has its version. */
export const isFilled = (values: unknown): boolean =>
  everyText(values, (text, name) => text !== '' && (name !== 'heldUrl' || readKeyUrl(text) !== undefined));

/** az takes a value that begins with a hyphen for an option, and reads the file that one with @ names. Disks become part of JSON. */
export const isForAz = (values: unknown): boolean =>
  everyText(values, (text, name) => !/^[-@]/.test(text) && (name !== 'disks' || !/["\\]/.test(text)));

/** The URLs of key vaults: a whole one, one up to the version that is only known at run time, or the host alone. */
const KEY_URLS = /https:\/\/[a-z0-9-]+\.vault\.[^\s'"]*/gi;
const GOOD_URL = /^https:\/\/[a-z0-9-]+\.vault\.[a-z.]+(\/(keys|secrets)\/[0-9a-z-]+\/[0-9a-z]*)?$/i;

/** Whether a script can be run as it is: URLs of key vaults only as disk encryption takes them. */
export const isFit = (text: string): boolean => [...text.matchAll(KEY_URLS)].every(([url]) => GOOD_URL.test(url));
