import { CLOUDS } from '../../clouds';
import { SERVICES } from '../reads/registrations';

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Members of the answers that the doctor reads, as Microsoft describes them, and of the refusals of all services. */
const MEMBERS = words(`
  value id name type location properties tags nextLink error code message innererror innerError details target date request-id client-request-id
  error_description error_codes error_uri timestamp trace_id correlation_id suberror claims token_type scope expires_in ext_expires_in access_token
  issuer token_endpoint token_endpoint_auth_methods_supported jwks_uri response_modes_supported subject_types_supported
  id_token_signing_alg_values_supported response_types_supported scopes_supported authorization_endpoint device_authorization_endpoint
  end_session_endpoint userinfo_endpoint http_logout_supported frontchannel_logout_supported claims_supported kerberos_endpoint request_uri_parameter_supported
  tenant_region_scope tenant_region_sub_scope cloud_instance_name cloud_graph_host_name msgraph_host rbac_url
  keys kty use kid x5t n e x5c alg odata.context odata.type odata.nextLink odata.id
  appId displayName signInAudience identifierUris api requestedAccessTokenVersion acceptMappedClaims knownClientApplications oauth2PermissionScopes
  preAuthorizedApplications delegatedPermissionIds spa web publicClient redirectUris homePageUrl logoutUrl redirectUriSettings implicitGrantSettings
  enableIdTokenIssuance enableAccessTokenIssuance requiredResourceAccess resourceAppId resourceAccess keyCredentials passwordCredentials keyId
  customKeyIdentifier usage key startDateTime endDateTime isEnabled adminConsentDisplayName adminConsentDescription userConsentDisplayName
  userConsentDescription accountEnabled appRoleAssignmentRequired servicePrincipalNames servicePrincipalType appRoles clientId consentType principalId
  resourceId subject audiences description namespace registrationState registrationPolicy resourceTypes resourceType locations apiVersions capabilities
  subscriptionId tenantId state subscriptionPolicies authorizationSource
`);

/** Values that name nothing of a company's: constants of the services, their types, states, codes and permissions. */
const VALUES = words(`
  https http v1.0 v2.0 metadata entity eq and applications servicePrincipals oauth2PermissionGrants federatedIdentityCredentials subscriptions providers
  resourceGroups oauth2 token authorize devicecode logout discovery common organizations consumers openid profile email offline_access filter select
  api-version well-known openid-configuration application json odata.metadata minimal odata.streaming true false charset utf-8 Bearer User Admin
  AllPrincipals Principal User.Read Application.Read.All user_impersonation access_as_user AzureADMyOrg AzureADMultipleOrgs Application Enabled Registered NotRegistered
  Registering Unregistering RegistrationRequired RegistrationFree None RS256 RSA sig AQAB AsymmetricX509Cert Verify Sign pairwise query fragment form_post code
  id_token client_secret_post private_key_jwt client_secret_basic self_signed_tls_client_auth api AzureADTokenExchange
  Microsoft.Authorization Microsoft.Compute Microsoft.KeyVault Microsoft.Network Microsoft.RecoveryServices Microsoft.Resources Microsoft.Storage
  AuthorizationFailed Authorization_RequestDenied Request_ResourceNotFound InvalidAuthenticationToken InvalidAuthenticationTokenTenant
  SubscriptionNotFound ResourceNotFound TooManyRequests invalid_grant invalid_client invalid_request invalid_resource invalid_scope unauthorized_client
  interaction_required consent_required bad_token temporarily_unavailable AADSTS
`);

const hostsOf = ({ login, resourceManager, graph }: (typeof CLOUDS)[keyof typeof CLOUDS]) =>
  [login, resourceManager, graph].map((url) => new URL(url).host);

/** Hosts of Azure, and ids that are the same in every tenant. */
const PUBLISHED = [
  ...Object.values(CLOUDS).flatMap((cloud) => [...hostsOf(cloud), ...(cloud.backupService === null ? [] : [cloud.backupService])]),
  ...Object.values(SERVICES),
];

/** Every word that may stay, in lower case. Whatever else an answer holds is somebody's. */
export const KNOWN_WORDS: ReadonlySet<string> = new Set([...MEMBERS, ...VALUES, ...PUBLISHED].map((word) => word.toLowerCase()));
