import { X509Certificate } from 'node:crypto';
import { redirectUrisOf } from '../entra/clients';
import type { Entra } from '../entra/entra';
import { json, type HttpAnswer } from '../http/exchange';
import { azureServices, type Permission } from '../world/azure-services';
import { grantsOf } from '../world/consent';
import { applications, findServicePrincipal, servicePrincipalOf, servicePrincipals } from '../world/directory';
import type { Application, ServicePrincipal } from '../world/directory';
import { own } from '../world/own';
import { exposedScopes, identifierUrisOf, registrationId } from '../world/registration';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { contextOf } from './groups';

const scopeView = ({ id, value }: Permission) => ({
  id,
  value,
  type: 'User',
  isEnabled: true,
  adminConsentDisplayName: value,
  adminConsentDescription: value,
  userConsentDisplayName: null,
  userConsentDescription: null,
});

/** What Graph tells of the certificate of a registration: its dates, never the key. */
function keyCredentials({ appId, certificate }: Application) {
  if (certificate === undefined) return [];
  const { validFromDate, validToDate, fingerprint, subject } = new X509Certificate(certificate);
  return [
    {
      keyId: guidOf(`key ${appId} ${fingerprint}`),
      customKeyIdentifier: Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64'),
      displayName: subject,
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
      key: null,
      startDateTime: validFromDate.toISOString(),
      endDateTime: validToDate.toISOString(),
    },
  ];
}

/** An application registration. Clients whose consent is not asked for are the other registrations where none are named. */
function applicationView(entra: Entra, application: Application) {
  const { appId, displayName, kind, preAuthorized, tokenVersion = 2 } = application;
  const scopes = exposedScopes(application);
  const clients =
    preAuthorized ??
    applications(entra.world)
      .list()
      .flatMap((other) => (other.kind === 'page' ? [other.appId] : []));
  const { spa, web } = redirectUrisOf(entra, application);
  const granted = grantsOf(entra.world, application);
  return {
    id: registrationId(application),
    appId,
    displayName,
    signInAudience: 'AzureADMyOrg',
    identifierUris: identifierUrisOf(application),
    api: {
      requestedAccessTokenVersion: kind !== 'api' || tokenVersion === 1 ? null : tokenVersion,
      oauth2PermissionScopes: scopes.map(scopeView),
      preAuthorizedApplications:
        kind === 'api' ? clients.map((client) => ({ appId: client, delegatedPermissionIds: scopes.map(({ id }) => id) })) : [],
    },
    spa: { redirectUris: spa },
    web: { redirectUris: web },
    publicClient: { redirectUris: [] },
    requiredResourceAccess: azureServices.flatMap((service) => {
      const asked = service.scopes.filter(({ value }) => own(granted, service.appId)?.includes(value));
      return asked.length > 0 ? [{ resourceAppId: service.appId, resourceAccess: asked.map(({ id }) => ({ id, type: 'Scope' })) }] : [];
    }),
    keyCredentials: keyCredentials(application),
    passwordCredentials: [],
  };
}

/** GET applications; understands `appId eq '…'` and `displayName eq '…'`. */
export function listApplications(entra: Entra, filter: string): HttpAnswer {
  const [, member, wanted] = /\b(appId|displayName)\s+eq\s+'([^']+)'/i.exec(filter) ?? [];
  const found = applications(entra.world)
    .list()
    .filter(({ appId, displayName }) =>
      wanted === undefined ? true : (member?.toLowerCase() === 'appid' ? appId : displayName).toLowerCase() === wanted.toLowerCase(),
    );
  return json(200, {
    '@odata.context': `${contextOf(entra.world)}#applications`,
    value: found.map((application) => applicationView(entra, application)),
  });
}

const registered = (world: World, id: string): Application | undefined =>
  applications(world)
    .list()
    .find((application) => registrationId(application) === id.toLowerCase());

/** GET applications/{object id}, or `/federatedIdentityCredentials` of it; undefined when there is none. */
export function applicationAnswer(entra: Entra, id: string, member?: string): HttpAnswer | undefined {
  const application = registered(entra.world, id);
  if (!application) return undefined;
  const context = `${contextOf(entra.world)}#applications`;
  if (member === undefined) return json(200, { '@odata.context': `${context}/$entity`, ...applicationView(entra, application) });
  if (member.toLowerCase() !== 'federatedidentitycredentials') return undefined;
  const credentials = (application.federatedIdentityCredentials ?? []).map((credential) => ({
    id: guidOf(`federation ${application.appId} ${credential.subject}`),
    name: guidOf(`federation ${credential.subject}`),
    description: null,
    ...credential,
  }));
  return json(200, { '@odata.context': `${context}('${id}')/federatedIdentityCredentials`, value: credentials });
}

/** Every service principal of the directory, those of Microsoft's services included. */
export function everyServicePrincipal(world: World): ServicePrincipal[] {
  for (const { appId, displayName } of azureServices) servicePrincipalOf(world, appId, displayName);
  return servicePrincipals(world).list();
}

/** What Graph tells of a service principal. */
export function servicePrincipalView(world: World, { objectId, appId, displayName }: ServicePrincipal) {
  const application = applications(world).get(appId.toLowerCase());
  const service = azureServices.find((one) => one.appId === appId);
  const scopes = service?.scopes ?? (application ? exposedScopes(application) : []);
  return {
    id: objectId,
    appId,
    displayName,
    accountEnabled: application?.disabled !== true,
    appRoleAssignmentRequired: false,
    servicePrincipalNames: [appId, ...(application ? identifierUrisOf(application) : [])],
    servicePrincipalType: 'Application',
    oauth2PermissionScopes: scopes.map(scopeView),
  };
}

/** GET servicePrincipals/{id}/oauth2PermissionGrants: what was consented to for everybody; undefined when nobody has the id. */
export function listGrants(world: World, objectId: string): HttpAnswer | undefined {
  const principals = everyServicePrincipal(world);
  const client = findServicePrincipal(world, objectId);
  const application = client && applications(world).get(client.appId.toLowerCase());
  if (!client) return undefined;
  const grants = Object.entries(application ? grantsOf(world, application) : {}).flatMap(([resourceAppId, scopes]) => {
    const resource = principals.find(({ appId }) => appId === resourceAppId);
    if (!resource || scopes.length === 0) return [];
    const id = Buffer.from(`${client.objectId} ${resource.objectId}`).toString('base64url');
    return [
      {
        id,
        clientId: client.objectId,
        consentType: 'AllPrincipals',
        principalId: null,
        resourceId: resource.objectId,
        scope: scopes.join(' '),
      },
    ];
  });
  return json(200, { '@odata.context': `${contextOf(world)}#oauth2PermissionGrants`, value: grants });
}
