import { record, recordOrNone, texts } from '../world/json';
import { ArmError, type ArmCall } from './route';

const MOST = 50;
const LONGEST_NAME = 512;
const LONGEST_VALUE = 256;
const RESERVED = /^(?:microsoft|azure|windows)/i;
const FORBIDDEN = /[<>%&\\?/]/;

/** Refuses tags that no resource can have. By learn.microsoft.com/azure/azure-resource-manager/management/tag-resources. @throws ArmError 400 */
export function respectTagLimits(call: ArmCall): void {
  const tags = call.method === 'PUT' || call.method === 'PATCH' ? recordOrNone(record(call.body)['tags']) : undefined;
  if (tags) requirePossible(texts(tags));
}

/** @throws ArmError 400 */
export function requirePossible(tags: Readonly<Record<string, string>>): void {
  const names = Object.keys(tags);
  if (names.length > MOST) throw refusal(`A resource can have at most ${String(MOST)} tags, not ${String(names.length)}.`);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) throw refusal('The names of tags are the same in any case.');
  for (const [name, value] of Object.entries(tags)) {
    if (RESERVED.test(name)) throw refusal(`The name of the tag '${name}' begins with a word that is reserved.`);
    if (name.length > LONGEST_NAME || FORBIDDEN.test(name))
      throw refusal(`The name of the tag '${name}' is too long or has forbidden characters.`);
    if (value.length > LONGEST_VALUE) throw refusal(`The value of the tag '${name}' is too long.`);
  }
}

const refusal = (message: string) => new ArmError(400, 'InvalidTags', message);
