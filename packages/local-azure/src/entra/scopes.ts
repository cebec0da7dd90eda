import { cloudOf, type Cloud } from '../world/cloud';
import { serviceFor } from '../world/directory/azure-services';
import { grantsOf } from '../world/directory/consent';
import { applications } from '../world/directory/directory';
import type { Application } from '../world/directory/directory';
import { identifierUrisOf, isPreAuthorized } from '../world/directory/registration';
import type { World } from '../world/world';
import { own } from '../world/own';
import { OAuthError } from './oauth-error';

/** What an access token is for. */
export interface Grant {
  /** `aud` of the token. */
  audience: string;
  /** `ver` of the token, as the API wants it. */
  version: 1 | 2;
  /** `scp` of the token. */
  permissions: string[];
  /** Scopes as the answer names them: those asked for. */
  scope: string;
  wantsIdToken: boolean;
  wantsRefreshToken: boolean;
}

const identityScopes = new Set(['openid', 'profile', 'offline_access', 'email']);

const graphOf = ({ graph }: Cloud): string => `https://${graph}`;
const managementOf = ({ resourceManager }: Cloud): string => `https://${resourceManager}`;

function split(cloud: Cloud, scope: string): [resource: string, permission: string] {
  const cut = scope.lastIndexOf('/');
  return cut < 0 ? [graphOf(cloud), scope] : [scope.slice(0, cut).replace(/(?<!\/)\/+$/, ''), scope.slice(cut + 1)];
}

/** Resources under our own names, whatever the port, and the audience that each stands for. */
const local: readonly (readonly [name: RegExp, audience: (cloud: Cloud) => string])[] = [
  [/^https?:\/\/(?:management\.)?localhost(?::\d+)?$/, managementOf],
  [/^https?:\/\/graph\.localhost(?::\d+)?$/, graphOf],
  [/^https?:\/\/vault\.localhost(?::\d+)?$/, ({ vaults }) => `https://${vaults}`],
];

function audienceOf(cloud: Cloud, resource: string): string {
  return local.find(([name]) => name.test(resource))?.[1](cloud) ?? resource;
}

interface Resource extends Pick<Grant, 'audience' | 'version'> {
  offered: readonly string[];
  /** Of these, what the client was allowed. */
  granted: readonly string[];
}

function ownApi(world: World, resource: string): Application | undefined {
  const apis = applications(world);
  const api = apis.get(resource.toLowerCase()) ?? apis.list().find((one) => identifierUrisOf(one).includes(resource));
  return api?.kind === 'api' ? api : undefined;
}

function resourceOf(world: World, client: Application, resource: string): Resource {
  const cloud = cloudOf(world);
  const audience = audienceOf(cloud, resource);
  const service = serviceFor(cloud, audience);
  if (service) {
    const granted = own(grantsOf(world, client), service.appId) ?? [];
    return { audience, version: 2, offered: service.scopes.map(({ value }) => value), granted };
  }
  const api = ownApi(world, resource);
  if (!api)
    throw new OAuthError('invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant named Contoso.`);
  if (api.disabled === true) {
    const why =
      'This indicate that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.';
    throw new OAuthError('invalid_resource', 500014, `The service principal for resource '${resource}' is disabled. ${why}`);
  }
  const granted = client.appId === api.appId || isPreAuthorized(api, client) ? api.scopes : (own(grantsOf(world, client), api.appId) ?? []);
  const { tokenVersion: version = 2 } = api;
  return { audience: version === 1 ? resource : api.appId, version, offered: api.scopes, granted };
}

/** Programs ask for themselves, and for what they do by themselves nobody is asked. */
function requireConsent({ kind, appId }: Application, { audience, granted }: Resource): void {
  if (granted.length === 0 && kind !== 'daemon') {
    throw new OAuthError(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${appId}' for ${audience}.`,
      { suberror: 'consent_required' },
    );
  }
}

/** The scopes of a `scope` parameter that belong to a resource. */
export const resourceScopes = (scope: string): string[] => scope.split(' ').filter((one) => one !== '' && !identityScopes.has(one));

/**
 * Understands a `scope` parameter: permissions of exactly one resource besides OpenID's own scopes.
 * @throws OAuthError for unknown resources or permissions, several resources, or missing consent
 */
export function resolveScope(world: World, client: Application, scope: string): Grant {
  const cloud = cloudOf(world);
  const asked = scope.split(' ').filter((one) => one !== '');
  const permissions = asked.filter((one) => !identityScopes.has(one)).map((one) => split(cloud, one));
  const resources = new Set(permissions.map(([resource]) => resource));
  if (resources.size > 1)
    throw new OAuthError(
      'invalid_request',
      28000,
      'Provided value for the input parameter scope is not valid because it contains more than one resource.',
    );
  const resource = resourceOf(world, client, [...resources][0] ?? graphOf(cloud));
  requireConsent(client, resource);
  const { audience, version, offered, granted } = resource;
  const unknown = permissions.find(([, permission]) => permission !== '.default' && !offered.includes(permission));
  if (unknown)
    throw new OAuthError(
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${unknown[1]} does not exist.`,
    );
  const everything = permissions.length === 0 || permissions.some(([, permission]) => permission === '.default');
  return {
    audience,
    version,
    permissions: everything ? [...granted] : permissions.map(([, permission]) => permission),
    scope: asked.length > 0 ? asked.join(' ') : `${graphOf(cloud)}/User.Read`,
    wantsIdToken: asked.includes('openid'),
    wantsRefreshToken: asked.includes('offline_access'),
  };
}
