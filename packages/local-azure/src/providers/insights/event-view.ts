import { STATUS_CODES } from 'node:http';
import { findUser } from '../../world/directory';
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
    aud: 'https://management.core.windows.net/',
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

/** What the log calls the outcome of a request with an HTTP status. */
export function outcomeOf(status: number) {
  if (status >= 400) return { status: word('Failed'), level: 'Error' };
  return { status: status === 202 ? word('Accepted') : word('Succeeded'), level: 'Informational' };
}

/** .NET counts ticks of 100 ns from the year 1. */
const ticksOf = (moment: number) => (BigInt(moment) * 10_000n + 621_355_968_000_000_000n).toString();

/** An activity in the shape of the service, in its order of members. */
export function eventView(world: World, activity: Activity): Record<string, unknown> {
  const { id, at, subscriptionId, principal, action, resourceId, method, correlationId, clientRequestId } = activity;
  const group = groupOf(resourceId);
  const moment = new Date(at).toISOString();
  const { status, level } = outcomeOf(activity.status);
  const reason = STATUS_CODES[activity.status] ?? '';
  const code = reason.replaceAll(/[^A-Za-z]/g, '');
  return {
    authorization: { action, scope: resourceId },
    caller: callerOf(world, activity),
    claims: claimsOf(world, activity),
    correlationId,
    description: '',
    eventDataId: id,
    eventName: word('EndRequest', 'End request'),
    category: word('Administrative'),
    httpRequest: { ...(clientRequestId !== undefined && { clientRequestId }), method },
    id: `${resourceId}/events/${id}/ticks/${ticksOf(at)}`,
    level,
    ...(group !== undefined && { resourceGroupName: group }),
    resourceProviderName: word(action.split('/')[0] ?? ''),
    resourceId,
    resourceType: word(action.replace(/\/[^/]+(?:\/action)?$/i, '')),
    operationId: correlationId,
    operationName: word(action),
    properties: { statusCode: code, serviceRequestId: correlationId },
    status,
    subStatus: word(code, `${reason} (HTTP Status Code: ${activity.status})`),
    eventTimestamp: moment,
    submissionTimestamp: moment,
    subscriptionId,
    tenantId: principal.tenantId,
  };
}
