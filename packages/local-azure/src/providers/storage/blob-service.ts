import { refuseMembers } from '../../arm/refuse-members';
import { resourceOf } from '../../arm/resource-handlers';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { blobServiceProperties, putBlobService } from '../../world/storage/blob-services';
import { at, record, recordOrNone } from '../../world/json';
import { STORAGE_TYPE } from '../../world/storage/storage-accounts';
import { OF_BLOB_SERVICE } from './unserved-members';

const accountOf = (call: ArmCall) => resourceOf(call, STORAGE_TYPE, call.path.replace(/\/blobServices\/.*$/i, ''));

/** GET of the blob service of an account; there is one. */
export function getBlobService(call: ArmCall): ArmAnswer {
  const account = accountOf(call);
  const id = `${account.id}/blobServices/default`;
  const properties = blobServiceProperties(call.world, account.name);
  return { status: 200, body: { sku: account['sku'], id, name: 'default', type: `${STORAGE_TYPE}/blobServices`, properties } };
}

const LONGEST = 365;

/** How long deleted things are kept, in whole days. @throws ArmError 400 */
function requireDays(properties: unknown, policy: string): void {
  const days = at(properties, policy, 'days');
  if (at(properties, policy, 'enabled') !== true || (Number.isInteger(days) && Number(days) >= 1 && Number(days) <= LONGEST)) return;
  throw new ArmError(400, 'InvalidValuesForRequestParameters', `Values for request parameters are invalid: ${policy}.days.`);
}

/** PUT: what is not named stays as it was. */
export function setBlobService(call: ArmCall): ArmAnswer {
  const account = accountOf(call);
  refuseMembers(call.body, OF_BLOB_SERVICE);
  const given = recordOrNone(at(call.body, 'properties')) ?? {};
  for (const policy of ['deleteRetentionPolicy', 'containerDeleteRetentionPolicy']) requireDays(given, policy);
  putBlobService(call.world, account.name, record(given));
  return getBlobService(call);
}
