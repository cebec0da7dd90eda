import { cloudOf, type Cloud } from '../world/cloud';
import { hasConsent } from '../world/consent';
import { applications } from '../world/directory';
import type { Application } from '../world/directory';
import type { World } from '../world/world';
import { OAuthError } from './oauth-error';

/** What an access token is for. */
export interface Grant {
  /** `aud` of the token. */
  audience: string;
  /** `scp` of the token. */
  permissions: string[];
  /** Scopes as the answer names them: those asked for. */
  scope: string;
  wantsIdToken: boolean;
  wantsRefreshToken: boolean;
}

const identityScopes = new Set(['openid', 'profile', 'offline_access', 'email']);
const STORAGE = 'https://storage.azure.com';

const graphOf = ({ graph }: Cloud): string => `https://${graph}`;
const managementOf = ({ resourceManager }: Cloud): string => `https://${resourceManager}`;

/** What the services of the cloud offer, by the audience of their tokens. */
function servicesOf(cloud: Cloud): Map<string, readonly string[]> {
  const user = ['user_impersonation'];
  const others = [managementOf(cloud), `https://${cloud.serviceManagement}`, `https://${cloud.vaults}`, STORAGE];
  return new Map([[graphOf(cloud), ['User.Read']], ...others.map((audience) => [audience, user] as const)]);
}

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

function resourceOf(world: World, resource: string): { audience: string; offered: readonly string[] } {
  const cloud = cloudOf(world);
  const audience = audienceOf(cloud, resource);
  const offered = servicesOf(cloud).get(audience);
  if (offered) return { audience, offered };
  const api = applications(world).get(resource.replace(/^api:\/\//, '').toLowerCase());
  if (api?.kind === 'api') return { audience: api.appId, offered: api.scopes };
  throw new OAuthError('invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant named Contoso.`);
}

/** Pages were given the APIs of this tenant and Graph, nothing else; APIs the services of Azure, until an administrator withdraws it. */
function isConsented(world: World, { kind, appId }: Application, audience: string): boolean {
  const cloud = cloudOf(world);
  if (!servicesOf(cloud).has(audience)) return true;
  return kind === 'page' ? audience === graphOf(cloud) : kind !== 'api' || hasConsent(world, appId);
}

function requireConsent(world: World, client: Application, audience: string): void {
  if (!isConsented(world, client, audience)) {
    throw new OAuthError(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${client.appId}' for ${audience}.`,
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
  const { audience, offered } = resourceOf(world, [...resources][0] ?? graphOf(cloud));
  requireConsent(world, client, audience);
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
    permissions: everything ? [...offered] : permissions.map(([, permission]) => permission),
    scope: asked.length > 0 ? asked.join(' ') : `${graphOf(cloud)}/User.Read`,
    wantsIdToken: asked.includes('openid'),
    wantsRefreshToken: asked.includes('offline_access'),
  };
}
