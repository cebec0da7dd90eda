import { X509Certificate } from 'node:crypto';
import { redirectUrisOf } from '../entra/clients';
import type { Entra } from '../entra/entra';
import { json, type HttpAnswer } from '../http/exchange';
import { azureServices, type Permission } from '../world/directory/azure-services';
import { grantsOf } from '../world/directory/consent';
import { applications, servicePrincipalOf, servicePrincipals } from '../world/directory/directory';
import type { Application, AppRole, ServicePrincipal } from '../world/directory/directory';
import { list, record } from '../world/json';
import { own } from '../world/own';
import { exposedScopes, findRegistration, identifierUrisOf, registrationId } from '../world/directory/registration';
import { guidOf } from '../world/stable-ids';
import type { World } from '../world/world';
import { filterOf } from './filter';
import { contextOf } from './groups';
import { EMPTY, type Manifest } from './manifest';

const roleView = (role: AppRole) => ({ allowedMemberTypes: ['User'], ...role });

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

/** What Graph tells of the certificates of a registration that it did not take itself. */
const keyCredentials = ({ appId, certificates = [] }: Application) =>
  certificates.map((one) => {
    const { raw, validFromDate, validToDate, fingerprint, subject } = new X509Certificate(one);
    return {
      keyId: guidOf(`key ${appId} ${fingerprint}`),
      customKeyIdentifier: Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64'),
      displayName: subject,
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
      key: raw.toString('base64'),
      startDateTime: validFromDate.toISOString(),
      endDateTime: validToDate.toISOString(),
    };
  });

/** A registration of the demo company as if it had been written. Clients whose consent is not asked for are the other ones where none are named. */
function manifestOfSeed(entra: Entra, application: Application): Manifest {
  const { displayName, kind, preAuthorized, tokenVersion = 2, appRoles = [] } = application;
  const scopes = exposedScopes(application);
  const clients =
    preAuthorized ??
    applications(entra.world)
      .list()
      .flatMap((other) => (other.kind === 'page' ? [other.appId] : []));
  const { spa, web } = redirectUrisOf(entra, application);
  const granted = grantsOf(entra.world, application);
  return {
    ...EMPTY,
    displayName,
    signInAudience: 'AzureADMyOrg',
    identifierUris: identifierUrisOf(application),
    api: {
      ...record(EMPTY['api']),
      requestedAccessTokenVersion: kind !== 'api' || tokenVersion === 1 ? null : tokenVersion,
      oauth2PermissionScopes: scopes.map(scopeView),
      preAuthorizedApplications:
        kind === 'api' ? clients.map((client) => ({ appId: client, delegatedPermissionIds: scopes.map(({ id }) => id) })) : [],
    },
    appRoles: appRoles.map(roleView),
    spa: { redirectUris: spa },
    web: { redirectUris: web },
    requiredResourceAccess: azureServices.flatMap((service) => {
      const asked = service.scopes.filter(({ value }) => own(granted, service.appId)?.includes(value));
      return asked.length > 0 ? [{ resourceAppId: service.appId, resourceAccess: asked.map(({ id }) => ({ id, type: 'Scope' })) }] : [];
    }),
    keyCredentials: keyCredentials(application),
  };
}

/** A registration as it was written, or would have been. */
export const manifestOf = (entra: Entra, application: Application): Manifest => application.manifest ?? manifestOfSeed(entra, application);

/** A registration as Graph shows it: no secret, and of a certificate its bytes only where they are asked for. */
export function applicationView(entra: Entra, application: Application, withKeys = false) {
  const manifest = manifestOf(entra, application);
  const keys = list(manifest['keyCredentials']).map(record);
  return {
    id: registrationId(application),
    appId: application.appId,
    ...manifest,
    keyCredentials: withKeys ? keys : keys.map((one) => ({ ...one, key: null })),
    passwordCredentials: (application.passwords ?? []).map((password) => ({ ...password, secretText: null })),
  };
}

/** GET applications */
export function listApplications(entra: Entra, filter: string): HttpAnswer {
  const matches = filterOf(filter);
  const found = applications(entra.world)
    .list()
    .filter((application) => {
      const { appId, displayName } = application;
      const id = registrationId(application);
      return matches({ id, appid: appId, displayname: displayName, identifieruris: identifierUrisOf(application) });
    });
  return json(200, {
    '@odata.context': `${contextOf(entra.world)}#applications`,
    value: found.map((application) => applicationView(entra, application)),
  });
}

/** GET applications/{object id}; undefined when there is none. Only `$select=keyCredentials` shows the bytes of certificates. */
export function applicationAnswer(entra: Entra, id: string, select: string): HttpAnswer | undefined {
  const application = findRegistration(entra.world, id);
  if (!application) return undefined;
  const view = applicationView(entra, application, select.split(',').includes('keyCredentials'));
  return json(200, { '@odata.context': `${contextOf(entra.world)}#applications/$entity`, ...view });
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
    appRoles: (application?.appRoles ?? []).map((role) => ({ ...roleView(role), origin: 'Application' })),
    oauth2PermissionScopes: scopes.map(scopeView),
  };
}
