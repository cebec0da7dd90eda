import type { Authority } from '../entra/authority';
import { cloudOf } from '../world/cloud';
import { tenant } from '../world/directory/directory';
import { SECOND_FACTOR } from '../world/directory/second-factor';
import type { World } from '../world/world';
import type { TokenProblem } from '../entra/bearer';
import { ArmError } from './route';

const unauthorized: Record<TokenProblem, [code: string, message: string]> = {
  missing: ['AuthenticationFailed', "Authentication failed. The 'Authorization' header is missing."],
  malformed: ['InvalidAuthenticationToken', 'The access token is invalid.'],
  expired: ['ExpiredAuthenticationToken', 'The access token expiry UTC time has passed.'],
  revoked: [
    'TokenCreatedWithOutdatedPolicies',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
  ],
  audience: ['InvalidAuthenticationTokenAudience', 'The access token has been obtained for the wrong audience or resource.'],
};

/** What a client asks the authority for where a token was ended before its time: one that was issued since. */
const claimsAfter = (seconds: number) =>
  Buffer.from(JSON.stringify({ access_token: { nbf: { essential: true, value: String(seconds) } } })).toString('base64');

/** 401 with the challenge that ARM sends. */
export function unauthenticated(
  problem: TokenProblem,
  { cloud, tenantId }: Pick<Authority, 'cloud' | 'tenantId'>,
  audience?: string,
): ArmError {
  const [code, message] = unauthorized[problem];
  const words = audience === undefined ? message : `${message} It was '${audience}', should be 'https://${cloud.resourceManager}'.`;
  const isRevoked = problem === 'revoked';
  const error = isRevoked ? 'insufficient_claims' : problem === 'missing' ? 'invalid_request' : 'invalid_token';
  const challenge = [
    `Bearer authorization_uri="https://${cloud.login}/${tenantId}"`,
    `error="${error}"`,
    `error_description="${words.replaceAll('"', "'")}"`,
    ...(isRevoked ? [`claims="${claimsAfter(Math.floor(Date.now() / 1000))}"`] : []),
  ];
  return new ArmError(401, code, words, { 'WWW-Authenticate': challenge.join(', ') });
}

const CLAIMS = Buffer.from(JSON.stringify({ access_token: { acrs: { essential: true, values: [SECOND_FACTOR] } } })).toString('base64');

/** 401 where somebody who has proved no more than a password wants to change something, with the challenge that asks for more. */
export function withoutSecondFactor(world: World, resource: string): ArmError {
  const challenge = [
    `Bearer realm=""`,
    `authorization_uri="https://${cloudOf(world).login}/${tenant(world)?.tenantId ?? ''}"`,
    'error="insufficient_claims"',
    `claims="${CLAIMS}"`,
  ];
  return new ArmError(
    401,
    'RequestDisallowedByAzure',
    `Resource '${resource}' was disallowed by Azure: You are receiving this error because you tried to create, update or delete Azure resources without authenticating through MFA. User accounts must be authenticated through MFA to manage your resources. To resolve this error, go to https://aka.ms/MFAforAzure.`,
    { 'WWW-Authenticate': challenge.join(', ') },
  );
}

/** 403 in ARM's words. */
export function forbidden(client: string, objectId: string, action: string, scope: string): ArmError {
  return new ArmError(
    403,
    'AuthorizationFailed',
    `The client '${client}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

/** 400: no id of a subscription at all. */
export function invalidSubscriptionId(given: string): ArmError {
  return new ArmError(400, 'InvalidSubscriptionId', `The provided subscription identifier '${given}' is malformed or invalid.`);
}

/** 404 for an id that no subscription has. */
export function subscriptionNotFound(subscriptionId: string): ArmError {
  return new ArmError(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
}

/** 404, and Azure marks that Resource Manager itself says it, no provider. */
export function resourceGroupNotFound(name: string): ArmError {
  return new ArmError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`, { 'x-ms-failure-cause': 'gateway' });
}

/** What is on its way out takes nothing new in. */
export function resourceGroupBeingDeleted(name: string): ArmError {
  return new ArmError(
    409,
    'ResourceGroupBeingDeleted',
    `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`,
  );
}

/** 409: the subscription was never registered to use a resource provider. */
export function missingRegistration(namespace: string): ArmError {
  const code = 'MissingSubscriptionRegistration';
  const message = `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`;
  return new ArmError(409, code, message, { 'x-ms-failure-cause': 'gateway' }, { details: [{ code, target: namespace, message }] });
}

/** 409: a management lock is in the way. */
export function scopeLocked(scope: string, operation: 'write' | 'delete', locked: readonly string[]): ArmError {
  return new ArmError(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform ${operation} operation because following scope(s) are locked: '${locked.join(',')}'. Please remove the lock and try again.`,
  );
}

/** 409: a disabled subscription is read only. */
export const subscriptionDisabled = (subscriptionId: string): ArmError =>
  new ArmError(
    409,
    'ReadOnlyDisabledSubscription',
    `The subscription '${subscriptionId}' is disabled and therefore marked as read only. You cannot perform any write actions on this subscription until it is re-enabled.`,
  );

/** What Azure serves and we do not. */
export function notImplemented(method: string, path: string): ArmError {
  return new ArmError(
    501,
    'NotImplemented',
    `Local Azure does not serve ${method} ${path}. What it leaves out stands in its list of differences from Azure.`,
  );
}

/** 404: no resource provider is called so. */
export function invalidNamespace(namespace: string): ArmError {
  return new ArmError(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`);
}

/** 404: the path names no resource provider. */
export function invalidPath(path: string): ArmError {
  return new ArmError(404, 'InvalidResourceType', `The resource type could not be found for the path '${path}'.`);
}

/** 429 of ARM's gateway. */
export function throttled(retryAfterSeconds: number): ArmError {
  return new ArmError(429, 'TooManyRequests', 'The request is being throttled.', { 'Retry-After': String(retryAfterSeconds) });
}

/** 429 of a resource provider's own limit, which tells how long to wait in its words alone. */
export function resourceRequestsThrottled(action: string, limit: number, seconds: number): ArmError {
  return new ArmError(
    429,
    'ResourceRequestsThrottled',
    `Number of requests for action '${action}' exceeded the limit of '${limit}' for time interval '01:00:00'. Please try again after '${seconds}' seconds.`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}
