import { randomBytes, randomUUID } from 'node:crypto';
import type { Entra } from '../entra/entra';
import { json, type HttpAnswer } from '../http/exchange';
import { forgetAssignments } from '../world/directory/app-roles';
import { azureServices } from '../world/directory/azure-services';
import { putGrants } from '../world/directory/consent';
import { applications, servicePrincipalOf, servicePrincipals } from '../world/directory/directory';
import type { Application } from '../world/directory/directory';
import { record, text } from '../world/json';
import { findRegistration } from '../world/directory/registration';
import { applicationView, everyServicePrincipal, manifestOf, servicePrincipalView } from './applications';
import { federatedCredentials } from './federated-credentials';
import { badRequest, GraphError, resourceNotFound } from './graph-error';
import { contextOf } from './groups';
import { applicationFrom, written, type Manifest } from './manifest';

/** A write to the directory: `segments` after the version, the first of them the collection. */
export interface DirectoryWrite {
  method: string;
  segments: readonly string[];
  body: Manifest;
}

const put = ({ world }: Entra, application: Application): void =>
  world.write(() => applications(world).put(application.appId.toLowerCase(), application));

/** POST applications: nothing is consented to for it, and it has no principal yet. */
function create(entra: Entra, body: Manifest): HttpAnswer {
  const { world } = entra;
  const appId = randomUUID();
  const application = applicationFrom(appId, written(body));
  refuseTakenNames(entra, application);
  world.write(() => {
    applications(world).put(appId, application);
    putGrants(world, appId, {});
  });
  return json(201, { '@odata.context': `${contextOf(world)}#applications/$entity`, ...applicationView(entra, application) });
}

function refuseTakenNames({ world }: Entra, { appId, identifierUris = [] }: Application): void {
  const others = applications(world)
    .list()
    .filter((one) => one.appId !== appId);
  const taken = identifierUris.find((uri) => others.some((one) => one.identifierUris?.includes(uri)));
  if (taken !== undefined) throw badRequest(`Another object with the same value for property identifierUris already exists: ${taken}.`);
}

function change(entra: Entra, before: Application, body: Manifest): HttpAnswer {
  const application = applicationFrom(before.appId, written(body, manifestOf(entra, before)), before);
  refuseTakenNames(entra, application);
  put(entra, application);
  return json(204, undefined);
}

/** DELETE applications/{id}: its principal and what was consented to go with it. */
function remove({ world }: Entra, { appId }: Application): HttpAnswer {
  const key = appId.toLowerCase();
  world.write(() => {
    applications(world).delete(key);
    servicePrincipals(world).delete(key);
    putGrants(world, key, {});
    forgetAssignments(world, key);
  });
  return json(204, undefined);
}

/** POST applications/{id}/addPassword: a secret that Entra makes and shows once. */
function addPassword(entra: Entra, application: Application, body: Manifest): HttpAnswer {
  const { displayName, startDateTime, endDateTime } = record(body['passwordCredential']);
  const secretText = randomBytes(30).toString('base64url');
  const now = Date.now();
  const made = {
    keyId: randomUUID(),
    displayName: text(displayName) ?? null,
    hint: secretText.slice(0, 3),
    startDateTime: text(startDateTime) ?? new Date(now).toISOString(),
    endDateTime: text(endDateTime) ?? new Date(now + 2 * 365 * 86_400_000).toISOString(),
  };
  put(entra, { ...application, passwords: [...(application.passwords ?? []), { ...made, secretText }] });
  return json(200, { '@odata.context': `${contextOf(entra.world)}#microsoft.graph.passwordCredential`, ...made, secretText });
}

function removePassword(entra: Entra, application: Application, { keyId }: Manifest): HttpAnswer {
  const passwords = application.passwords ?? [];
  if (!passwords.some((one) => one.keyId === keyId)) throw badRequest(`No password credential found with keyId '${String(keyId)}'.`);
  put(entra, { ...application, passwords: passwords.filter((one) => one.keyId !== keyId) });
  return json(204, undefined);
}

/** POST servicePrincipals: of an application of this directory, or of a service of Microsoft's. */
function createPrincipal(entra: Entra, body: Manifest): HttpAnswer {
  const { world } = entra;
  const appId = text(body['appId'])?.toLowerCase() ?? '';
  const named = applications(world).get(appId) ?? azureServices.find((service) => service.appId === appId);
  if (!named)
    throw new GraphError(
      400,
      'NoBackingApplicationObject',
      `The appId '${appId}' of the service principal does not reference a valid application object.`,
    );
  if (everyServicePrincipal(world).some((one) => one.appId.toLowerCase() === appId))
    throw new GraphError(
      409,
      'Request_MultipleObjectsWithSameKeyValue',
      `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    );
  const made = world.write(() => servicePrincipalOf(world, appId, named.displayName));
  return json(201, { '@odata.context': `${contextOf(world)}#servicePrincipals/$entity`, ...servicePrincipalView(world, made) });
}

function writePrincipal(entra: Entra, { method, segments, body }: DirectoryWrite): HttpAnswer | undefined {
  const { world } = entra;
  const [, id] = segments;
  if (id === undefined) return method === 'POST' ? createPrincipal(entra, body) : undefined;
  const principal = everyServicePrincipal(world).find((one) => one.objectId === id.toLowerCase());
  if (!principal) throw resourceNotFound(id);
  const key = principal.appId.toLowerCase();
  const application = applications(world).get(key);
  if (!application) return undefined;
  if (method === 'DELETE') {
    world.write(() => {
      servicePrincipals(world).delete(key);
      putGrants(world, key, {});
      forgetAssignments(world, key);
    });
    return json(204, undefined);
  }
  const [name, ...others] = Object.keys(body);
  if (method !== 'PATCH' || name !== 'accountEnabled' || others.length > 0) return undefined;
  put(entra, { ...application, disabled: body['accountEnabled'] === false });
  return json(204, undefined);
}

/** Writes to applications and service principals; undefined for what is not served. @throws GraphError */
export function writeRegistration(entra: Entra, write: DirectoryWrite): HttpAnswer | undefined {
  const { method, segments, body } = write;
  const [collection = '', id, member, item] = segments.map((segment, at) => (at === 1 ? segment : segment.toLowerCase()));
  if (collection === 'serviceprincipals') return segments.length <= 2 ? writePrincipal(entra, write) : undefined;
  if (collection !== 'applications') return undefined;
  if (id === undefined) return method === 'POST' ? create(entra, body) : undefined;
  const application = findRegistration(entra.world, id);
  if (!application) throw resourceNotFound(id);
  if (member === undefined && method === 'PATCH') return change(entra, application, body);
  if (member === undefined && method === 'DELETE') return remove(entra, application);
  if (member === 'addpassword' && method === 'POST') return addPassword(entra, application, body);
  if (member === 'removepassword' && method === 'POST') return removePassword(entra, application, body);
  if (member !== 'federatedidentitycredentials') return undefined;
  return federatedCredentials(entra, application, { method, body, item });
}
