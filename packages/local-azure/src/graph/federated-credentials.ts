import { randomUUID } from 'node:crypto';
import type { Entra } from '../entra/entra';
import { json, type HttpAnswer } from '../http/exchange';
import { applications, type Application, type FederatedIdentityCredential } from '../world/directory/directory';
import { list, text } from '../world/json';
import { guidOf } from '../world/stable-ids';
import { badRequest, GraphError, resourceNotFound } from './graph-error';
import { contextOf } from './groups';
import type { Manifest } from './manifest';

/** The most that Entra keeps for one application. */
const MOST = 20;

/** A credential as Graph shows it. */
const credentialView = ({ appId }: Application, { id, name, description, ...credential }: FederatedIdentityCredential) => ({
  id: id ?? guidOf(`federation ${appId} ${credential.subject}`),
  name: name ?? guidOf(`federation ${credential.subject}`),
  description: description ?? null,
  ...credential,
});

type View = ReturnType<typeof credentialView>;

function checked({ name, issuer, subject, audiences, description }: Manifest): Omit<View, 'id'> {
  const values = { name: text(name), issuer: text(issuer), subject: text(subject) };
  const missing = Object.entries(values).find(([, value]) => value === undefined || value === '')?.[0];
  const wanted = list(audiences).flatMap((one) => text(one) ?? []);
  if (missing !== undefined || wanted.length !== 1)
    throw badRequest(`Invalid value specified for property '${missing ?? 'audiences'}' of resource 'FederatedIdentityCredential'.`);
  const { name: called = '', issuer: by = '', subject: of = '' } = values;
  return { name: called, issuer: by, subject: of, audiences: wanted, description: text(description) ?? null };
}

interface Asked {
  method: string;
  body?: Manifest;
  /** Id or name of one of them. */
  item: string | undefined;
}

/**
 * Reads and writes `federatedIdentityCredentials` of an application: whose tokens it may prove itself with. Undefined for what is not served.
 * @throws GraphError
 */
export function federatedCredentials(
  { world }: Entra,
  application: Application,
  { method, body = {}, item }: Asked,
): HttpAnswer | undefined {
  const context = `${contextOf(world)}#applications('${application.appId}')/federatedIdentityCredentials`;
  const all = (application.federatedIdentityCredentials ?? []).map((one) => credentialView(application, one));
  const store = (federatedIdentityCredentials: View[]): void => {
    const alike = federatedIdentityCredentials.some((one, at) =>
      federatedIdentityCredentials.some((other, before) => before < at && one.issuer === other.issuer && one.subject === other.subject),
    );
    if (alike)
      throw new GraphError(
        409,
        'Request_MultipleObjectsWithSameKeyValue',
        'FederatedIdentityCredential with issuer and subject already exists.',
      );
    if (federatedIdentityCredentials.length > MOST) throw badRequest(`An application has at most ${MOST} federated identity credentials.`);
    world.write(() => applications(world).put(application.appId.toLowerCase(), { ...application, federatedIdentityCredentials }));
  };
  if (item === undefined) {
    if (method === 'GET') return json(200, { '@odata.context': context, value: all });
    if (method !== 'POST') return undefined;
    const made = { id: randomUUID(), ...checked(body) };
    if (all.some(({ name }) => name === made.name))
      throw new GraphError(
        409,
        'Request_MultipleObjectsWithSameKeyValue',
        `FederatedIdentityCredential with name ${made.name} already exists.`,
      );
    store([...all, made]);
    return json(201, { '@odata.context': `${context}/$entity`, ...made });
  }
  const known = all.find(({ id, name }) => [id, name.toLowerCase()].includes(item.toLowerCase()));
  if (!known) throw resourceNotFound(item);
  if (method === 'GET') return json(200, { '@odata.context': `${context}/$entity`, ...known });
  const others = all.filter((one) => one !== known);
  if (method === 'DELETE') store(others);
  else if (method === 'PATCH') store([...others, { id: known.id, ...checked({ ...known, ...body, name: known.name }) }]);
  else return undefined;
  return json(204, undefined);
}
