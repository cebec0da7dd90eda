import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { accountSasText, serviceSasText, type SasFields } from '../../storage/sas';
import { sign } from '../../storage/shared-key';
import { record, text } from '../../world/json';
import { allowsKeys, keysOf } from '../../world/storage/storage-accounts';
import { accountOfAction } from './account-keys';
import { own } from '../../world/own';

const VERSION = '2022-11-02';

/** How the fields of a request read in a signature's query. */
const names = {
  signedPermission: 'sp',
  signedPermissions: 'sp',
  signedServices: 'ss',
  signedResourceTypes: 'srt',
  signedResource: 'sr',
  signedStart: 'st',
  signedExpiry: 'se',
  signedIp: 'sip',
  signedProtocol: 'spr',
  signedIdentifier: 'si',
} as const;

function fieldsIn(body: Record<string, unknown>): SasFields {
  const fields: SasFields = { sv: VERSION };
  for (const [name, short] of Object.entries(names)) {
    const value = text(own(body, name));
    if (value !== undefined) fields[short] = value;
  }
  if (fields['se'] === undefined || fields['sp'] === undefined) {
    throw new ArmError(400, 'InvalidValuesForRequestParameters', 'signedExpiry and signedPermission are required.');
  }
  return fields;
}

/** Signs with the key that the caller names, key1 when he names none. */
const signing =
  (answerName: string, textOf: (account: string, fields: SasFields, body: Record<string, unknown>) => string) =>
  (call: ArmCall): ArmAnswer => {
    const account = accountOfAction(call);
    if (!allowsKeys(account)) throw new ArmError(409, 'KeyBasedAuthenticationNotPermitted', 'The keys of the account are switched off.');
    const body = record(call.body);
    const fields = fieldsIn(body);
    const { key1, key2 } = keysOf(call.world, account.name);
    const key = text(body['keyToSign'])?.toLowerCase() === 'key2' ? key2 : key1;
    const sig = sign(key, textOf(account.name, fields, body));
    return { status: 200, body: { [answerName]: new URLSearchParams({ ...fields, sig }).toString() } };
  };

/** POST ListAccountSas. */
export const listAccountSas = signing('accountSasToken', accountSasText);

/** POST ListServiceSas: `canonicalizedResource` is `/blob/account/container[/blob]`. */
export const listServiceSas = signing('serviceSasToken', (_, fields, body) =>
  serviceSasText(text(body['canonicalizedResource']) ?? '', fields),
);
