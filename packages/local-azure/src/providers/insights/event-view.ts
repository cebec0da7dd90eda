import { STATUS_CODES } from 'node:http';
import { cloudOf } from '../../world/cloud';
import { findUser } from '../../world/directory/directory';
import type { Activity } from '../../world/activity-log';
import type { World } from '../../world/world';

/** Sign-in name of a person, object id of a program. */
export const callerOf = (world: World, { principal }: Activity): string =>
  findUser(world, principal.objectId)?.username ?? principal.objectId;

const CLAIMS = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims';
const MICROSOFT_CLAIMS = 'http://schemas.microsoft.com/identity/claims';

function claimsOf(world: World, { principal }: Activity): Record<string, string> {
  const { objectId, tenantId, appId } = principal;
  const user = findUser(world, objectId);
  return {
    aud: `https://${cloudOf(world).serviceManagement}/`,
    iss: `https://sts.windows.net/${tenantId}/`,
    [`${MICROSOFT_CLAIMS}/tenantid`]: tenantId,
    [`${MICROSOFT_CLAIMS}/objectidentifier`]: objectId,
    appid: appId,
    ...(user && {
      name: user.displayName,
      [`${CLAIMS}/givenname`]: user.givenName,
      [`${CLAIMS}/surname`]: user.surname,
      [`${CLAIMS}/name`]: user.username,
      [`${CLAIMS}/upn`]: user.username,
    }),
  };
}

const word = (value: string, localizedValue = value) => ({ value, localizedValue });

/** The resource group in an ARM id. */
export const groupOf = (id: string): string | undefined => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];

/** What the log calls the outcome of a request, or of what went on after its answer. */
export function outcomeOf({ status, lasts, end }: Pick<Activity, 'status' | 'lasts' | 'end'>) {
  if (end ? end.error !== null : status >= 400) return { status: word('Failed'), level: 'Error' };
  const isAccepted = !end && (status === 202 || lasts === true);
  return { status: word(isAccepted ? 'Accepted' : 'Succeeded'), level: 'Informational' };
}

/** What the log says of the answer; of an end, which answers nobody, it tells why it came. */
function answerOf({ status, end, correlationId, clientRequestId, method }: Activity) {
  if (end) {
    const statusMessage = end.error && { statusMessage: JSON.stringify({ status: 'Failed', error: end.error }) };
    return { properties: { statusCode: end.error ? 'Conflict' : 'OK', ...statusMessage }, subStatus: word('') };
  }
  const reason = STATUS_CODES[status] ?? '';
  const code = reason.replaceAll(/[^A-Za-z]/g, '');
  return {
    httpRequest: { ...(clientRequestId !== undefined && { clientRequestId }), method },
    properties: { statusCode: code, serviceRequestId: correlationId },
    subStatus: word(code, `${reason} (HTTP Status Code: ${status})`),
  };
}

/** .NET counts ticks of 100 ns from the year 1. */
const ticksOf = (moment: number) => (BigInt(moment) * 10_000n + 621_355_968_000_000_000n).toString();

/** An activity in the shape of the service, in its order of members. */
export function eventView(world: World, activity: Activity): Record<string, unknown> {
  const { id, at, subscriptionId, principal, action, resourceId, correlationId } = activity;
  const group = groupOf(resourceId);
  const moment = new Date(at).toISOString();
  const { status, level } = outcomeOf(activity);
  const { httpRequest, properties, subStatus } = answerOf(activity);
  return {
    authorization: { action, scope: resourceId },
    caller: callerOf(world, activity),
    claims: claimsOf(world, activity),
    correlationId,
    description: '',
    eventDataId: id,
    eventName: word('EndRequest', 'End request'),
    category: word('Administrative'),
    ...(httpRequest && { httpRequest }),
    id: `${resourceId}/events/${id}/ticks/${ticksOf(at)}`,
    level,
    ...(group !== undefined && { resourceGroupName: group }),
    resourceProviderName: word(action.split('/')[0] ?? ''),
    resourceId,
    resourceType: word(action.replace(/\/[^/]+(?:\/action)?$/i, '')),
    operationId: correlationId,
    operationName: word(action),
    properties,
    status,
    subStatus,
    eventTimestamp: moment,
    submissionTimestamp: moment,
    subscriptionId,
    tenantId: principal.tenantId,
  };
}
