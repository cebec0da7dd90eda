import { json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { isAzureHost, isLocalHost } from '../http/names';
import type { Authority } from './authority';
import { OAuthError, refusal } from './oauth-error';

/** GET /{tenant}/v2.0/.well-known/openid-configuration: the issuer is Microsoft's name for it, the endpoints are here. */
export function openidConfiguration(authority: Authority, request: HttpRequest): HttpAnswer {
  const base = `${request.origin}/${authority.tenantId}`;
  return json(200, {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: authority.issuer,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    code_challenge_methods_supported: ['S256'],
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'preferred_username', 'name', 'tid', 'ver'],
    tenant_region_scope: 'EU',
    msgraph_host: authority.cloud.graph,
    cloud_instance_name: authority.cloud.login.replace(/^login\.(?:partner\.)?/, ''),
  });
}

/** GET /common/discovery/instance: which host names speak for the same tenants, and where the asker's is described. */
export function instanceDiscovery({ cloud }: Authority, request: HttpRequest): HttpAnswer {
  const asked = request.query.get('authorization_endpoint') ?? '';
  const { host, hostname, pathname, origin } = URL.canParse(asked) ? new URL(asked) : new URL(request.origin);
  if (!isLocalHost(hostname) && !isAzureHost(cloud, hostname)) {
    return refusal(new OAuthError('invalid_instance', 50049, 'Unknown or invalid instance.'));
  }
  return json(200, {
    tenant_discovery_endpoint: `${origin}/${pathname.split('/')[1] || 'common'}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}
