import type { BlobPlace } from '../world/storage/blob';
import { own } from '../world/own';
import { keysOf } from '../world/storage/storage-accounts';
import type { World } from '../world/world';
import { sign } from './shared-key';

/** What a shared access signature says, by the names of its query parameters. */
export type SasFields = Record<string, string>;

/** Of a parameter that is there twice the last one counts. */
export const sasFields = (query: URLSearchParams): SasFields => Object.fromEntries(query);

const join = (fields: SasFields, names: readonly string[]): string => names.map((name) => own(fields, name) ?? '').join('\n');

/** What is signed of a SAS for an account; version 2020-12-06 added the encryption scope. */
export function accountSasText(account: string, fields: SasFields): string {
  const scope = (fields['sv'] ?? '') >= '2020-12-06' ? ['ses'] : [];
  return `${account}\n${join(fields, ['sp', 'ss', 'srt', 'st', 'se', 'sip', 'spr', 'sv', ...scope])}\n`;
}

/** What is signed of a SAS for a container or a blob: `resource` is `/blob/account/container[/blob]`. */
export function serviceSasText(resource: string, fields: SasFields): string {
  const version = fields['sv'] ?? '';
  const begin = join(fields, ['sp', 'st', 'se']);
  const overrides = ['rscc', 'rscd', 'rsce', 'rscl', 'rsct'];
  const kind = version >= '2018-11-09' ? ['sr', 'snapshot'] : [];
  const scope = version >= '2020-12-06' ? ['ses'] : [];
  return `${begin}\n${resource}\n${join(fields, ['si', 'sip', 'spr', 'sv', ...kind, ...scope, ...overrides])}`;
}

/** What is signed of a SAS with a delegated key; what versions have added since 2018-11-09 stands in the midst of it. */
export function userDelegationText(resource: string, fields: SasFields): string {
  const version = fields['sv'] ?? '';
  const since = (first: string, ...names: string[]) => (version >= first ? names : []);
  const key = ['skoid', 'sktid', 'skt', 'ske', 'sks', 'skv'];
  const users = [...since('2020-02-10', 'saoid', 'suoid', 'scid'), ...since('2025-07-05', 'skdutid', 'sduoid')];
  const scope = [...since('2020-12-06', 'ses'), ...since('2026-04-06', 'srh', 'srq')];
  const overrides = ['rscc', 'rscd', 'rsce', 'rscl', 'rsct'];
  return `${join(fields, ['sp', 'st', 'se'])}\n${resource}\n${join(fields, [...key, ...users, 'sip', 'spr', 'sv', 'sr', 'snapshot', ...scope, ...overrides])}`;
}

/** What keeps a signed SAS from being good at a moment (milliseconds since 1970) for an operation. */
export function sasTrouble(fields: SasFields, permission: string, now: number): 'expired' | 'not-yet' | 'permission' | undefined {
  if (fields['st'] !== undefined && Date.parse(fields['st']) > now) return 'not-yet';
  if (!(Date.parse(fields['se'] ?? '') > now)) return 'expired';
  return permission.split('').some((letter) => fields['sp']?.includes(letter)) ? undefined : 'permission';
}

/** The query of a shared access signature with which anybody may read a blob, or write it as well, for some seconds of the real time. */
export function readSignature(
  world: World,
  { account, container, name }: BlobPlace,
  seconds: number,
  permission: 'r' | 'rw' = 'r',
): string {
  const fields = { sv: '2018-03-28', sr: 'b', se: new Date(Date.now() + seconds * 1000).toISOString(), sp: permission };
  const sig = sign(keysOf(world, account).key1, serviceSasText(`/blob/${account}/${container}/${name}`, fields));
  return new URLSearchParams({ ...fields, sig }).toString();
}
