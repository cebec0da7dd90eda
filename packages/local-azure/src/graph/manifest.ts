import { randomUUID, X509Certificate } from 'node:crypto';
import { appRolesIn } from '../world/directory/app-roles';
import type { Application, AppRole } from '../world/directory/directory';
import { list, record, text } from '../world/json';
import { own } from '../world/own';
import { scopesIn } from '../world/directory/registration';
import { badRequest, GraphError } from './graph-error';

/** A registration as Graph's `application` resource was written, without its ids; certificates with their bytes. */
export type Manifest = Readonly<Record<string, unknown>>;

/** Parts that a change is merged into; all other properties are replaced. */
const PARTS = new Set(['api', 'spa', 'web', 'publicClient']);

/** What may be written, and what is there before anybody writes it. */
export const EMPTY: Manifest = {
  displayName: '',
  description: null,
  notes: null,
  tags: [],
  signInAudience: 'AzureADMyOrg',
  identifierUris: [],
  isFallbackPublicClient: null,
  serviceManagementReference: null,
  api: { requestedAccessTokenVersion: null, oauth2PermissionScopes: [], preAuthorizedApplications: [], knownClientApplications: [] },
  spa: { redirectUris: [] },
  web: { redirectUris: [], homePageUrl: null },
  publicClient: { redirectUris: [] },
  appRoles: [],
  requiredResourceAccess: [],
  keyCredentials: [],
};

/** At most 120 characters, no blanks, no dot at the beginning. */
const ROLE_VALUE = /^[^\s.]\S{0,119}$/;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const strings = (value: unknown): string[] => list(value).flatMap((one) => text(one) ?? []);

const pemOf = (bytes: string) => `-----BEGIN CERTIFICATE-----\n${bytes}\n-----END CERTIFICATE-----`;

/** Certificates come as base64 of their bytes, or of their PEM; those that were there already come without bytes and stay. */
function keyCredentialsFrom(written: unknown, before: unknown): unknown[] {
  return list(written).map((one) => {
    const credential = record(one);
    const known = list(before).find((other) => record(other)['keyId'] === credential['keyId']);
    const key = text(credential['key']);
    if (key === undefined) {
      if (known) return known;
      throw badRequest("Invalid value specified for property 'key' of resource 'KeyCredential'.");
    }
    const { '@odata.type': _, ...rest } = credential;
    const { raw, validFrom, validTo, thumbprint } = readCertificate(key);
    return { keyId: randomUUID(), startDateTime: validFrom, endDateTime: validTo, ...rest, customKeyIdentifier: thumbprint, key: raw };
  });
}

function readCertificate(key: string) {
  const bytes = Buffer.from(key, 'base64');
  try {
    const { raw, fingerprint, validFromDate, validToDate } = new X509Certificate(bytes);
    return {
      raw: raw.toString('base64'),
      validFrom: validFromDate.toISOString(),
      validTo: validToDate.toISOString(),
      thumbprint: Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64'),
    };
  } catch {
    throw badRequest('Key credential value is not a valid X509 certificate.');
  }
}

/** Roles have an id and a value each, and only one that was disabled before can be removed. @throws GraphError */
function checkRoles(before: readonly AppRole[], after: readonly AppRole[]): void {
  const values = after.map(({ value }) => value);
  if (after.some(({ id, value }) => !GUID.test(id) || !ROLE_VALUE.test(value)) || new Set(values).size < values.length)
    throw badRequest("Invalid value specified for property 'appRoles' of resource 'Application'.");
  if (before.some((role) => role.isEnabled && !after.some(({ id }) => id === role.id)))
    throw new GraphError(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Property appRoles: Permission (scope or role) cannot be deleted or updated unless disabled first.',
    );
}

/** What a scope or a client that is trusted has to be like. @throws GraphError */
function check(before: Manifest, after: Manifest): void {
  const scopes = scopesIn(after);
  if (text(after['displayName'])?.trim() === '')
    throw badRequest("Invalid value specified for property 'displayName' of resource 'Application'.");
  for (const { id, value } of scopes) {
    if (!GUID.test(id) || value === '')
      throw badRequest("Invalid value specified for property 'oauth2PermissionScopes' of resource 'Application'.");
  }
  const removed = scopesIn(before).find(
    (scope) => scope.isEnabled && !scopes.some(({ id, value }) => id === scope.id && value === scope.value),
  );
  if (removed)
    throw new GraphError(
      400,
      'CannotDeleteOrUpdateEnabledEntitlement',
      'Property oauth2PermissionScopes: Permission (scope or role) cannot be deleted or updated unless disabled first.',
    );
  checkRoles(appRolesIn(before), appRolesIn(after));
  for (const client of list(record(after['api'])['preAuthorizedApplications']).map(record)) {
    if (!strings(client['delegatedPermissionIds']).every((id) => scopes.some((scope) => scope.id === id)))
      throw new GraphError(
        400,
        'InvalidValue',
        'Property api.preAuthorizedApplications.delegatedPermissionIds: a permission id was not found among the scopes of the application.',
      );
  }
  const insecure = strings(record(after['spa'])['redirectUris']).find(
    (uri) => !/^(?:https:|http:\/\/(?:localhost|127\.0\.0\.1)[:/])/.test(uri),
  );
  if (insecure)
    throw new GraphError(400, 'InvalidReplyAddress', `Reply address ${insecure} must be an HTTPS address, or one of this computer.`);
  const access = list(after['requiredResourceAccess']).map(record);
  if (access.some(({ resourceAppId }) => !GUID.test(text(resourceAppId) ?? '')))
    throw badRequest("Invalid value specified for property 'requiredResourceAccess' of resource 'Application'.");
  if (scopes.length > 0 && strings(record(after['spa'])['redirectUris']).length > 0)
    throw new GraphError(501, 'NotImplemented', 'Local Azure knows no registration that is a page and an API at once.');
}

/** What a registration is after a write: parts are merged, everything else is replaced. @throws GraphError for what Graph would refuse */
export function written(body: Manifest, before: Manifest = EMPTY): Manifest {
  const unknown = Object.keys(body).find((name) => own(EMPTY, name) === undefined && !name.startsWith('@'));
  if (unknown !== undefined) throw new GraphError(501, 'NotImplemented', `Local Azure does not serve ${unknown} of an application.`);
  const changes = Object.entries(body).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    if (name === 'keyCredentials') return [[name, keyCredentialsFrom(value, own(before, name))] as const];
    return [[name, PARTS.has(name) ? { ...record(own(before, name)), ...record(value) } : value] as const];
  });
  const after = { ...before, ...Object.fromEntries(changes) };
  check(before, after);
  return after;
}

function kindOf(manifest: Manifest): Application['kind'] {
  if (scopesIn(manifest).length > 0) return 'api';
  if (strings(record(manifest['spa'])['redirectUris']).length > 0) return 'page';
  const isProgram = manifest['isFallbackPublicClient'] === true || strings(record(manifest['publicClient'])['redirectUris']).length > 0;
  return isProgram ? 'native' : 'daemon';
}

/** What a registration does: which tokens there are for it, and who is given them. */
export function applicationFrom(appId: string, manifest: Manifest, before?: Application): Application {
  const api = record(manifest['api']);
  return {
    ...before,
    appId,
    displayName: text(manifest['displayName']) ?? '',
    kind: kindOf(manifest),
    scopes: scopesIn(manifest).flatMap(({ value, isEnabled }) => (isEnabled ? [value] : [])),
    identifierUris: strings(manifest['identifierUris']),
    tokenVersion: api['requestedAccessTokenVersion'] === 2 ? 2 : 1,
    appRoles: appRolesIn(manifest),
    preAuthorized: list(api['preAuthorizedApplications']).map((client) => text(record(client)['appId']) ?? ''),
    redirectUris: { spa: strings(record(manifest['spa'])['redirectUris']), web: strings(record(manifest['web'])['redirectUris']) },
    certificates: list(manifest['keyCredentials']).map((one) => pemOf(text(record(one)['key']) ?? '')),
    manifest,
  };
}
