import { own } from '../world/own';

/** What a shared access signature says, by the names of its query parameters. */
export type SasFields = Record<string, string>;

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

/** What keeps a signed SAS from being good at a moment (milliseconds since 1970) for an operation. */
export function sasTrouble(fields: SasFields, permission: string, now: number): 'expired' | 'not-yet' | 'permission' | undefined {
  if (fields['st'] !== undefined && Date.parse(fields['st']) > now) return 'not-yet';
  if (!(Date.parse(fields['se'] ?? '') > now)) return 'expired';
  return permission.split('').some((letter) => fields['sp']?.includes(letter)) ? undefined : 'permission';
}
