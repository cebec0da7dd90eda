import { readBearer } from '../entra/bearer';
import type { Entra } from '../entra/token-endpoint';
import { header, json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { findUser, servicePrincipals } from '../world/directory';
import type { ServicePrincipal, User } from '../world/directory';

const CONTEXT = 'https://graph.microsoft.com/v1.0/$metadata';

function refusal(status: number, code: string, message: string): HttpAnswer {
  return json(status, { error: { code, message, innerError: { date: new Date().toISOString() } } });
}

function userView(user: User) {
  return {
    '@odata.context': `${CONTEXT}#users/$entity`,
    id: user.objectId,
    displayName: user.displayName,
    givenName: user.givenName,
    surname: user.surname,
    userPrincipalName: user.username,
    mail: user.username,
    jobTitle: user.jobTitle ?? null,
    userType: user.userType,
  };
}

function servicePrincipalView(principal: ServicePrincipal) {
  return { id: principal.objectId, appId: principal.appId, displayName: principal.displayName, servicePrincipalType: 'Application' };
}

function userAnswer(entra: Entra, idOrName: string): HttpAnswer {
  const user = findUser(entra.world, idOrName);
  if (user) return json(200, userView(user));
  return refusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${idOrName}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function listServicePrincipals(entra: Entra, filter: string): HttpAnswer {
  const appId = /appId\s+eq\s+'([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const found = servicePrincipals(entra.world)
    .list()
    .filter((principal) => appId === undefined || principal.appId.toLowerCase() === appId);
  return json(200, { '@odata.context': `${CONTEXT}#servicePrincipals`, value: found.map(servicePrincipalView) });
}

/** Answers the little of Microsoft Graph that is needed: who am I, who is that, which service principal is this application. */
export async function serveGraph(entra: Entra, request: HttpRequest): Promise<HttpAnswer> {
  const bearer = await readBearer(entra.authority, header(request, 'authorization'), ['https://graph.microsoft.com']);
  if (!bearer.principal) return refusal(401, 'InvalidAuthenticationToken', 'Access token is empty, expired or meant for another audience.');
  const [version, collection, id] = decodeURIComponent(request.path).split('/').filter(Boolean);
  if (request.method !== 'GET' || version !== 'v1.0') return refusal(501, 'NotImplemented', 'Local Azure serves only reads of Graph v1.0.');
  if (collection === 'me') return userAnswer(entra, bearer.principal.objectId);
  if (collection === 'users' && id !== undefined) return userAnswer(entra, id);
  if (collection === 'servicePrincipals') return listServicePrincipals(entra, request.query.get('$filter') ?? '');
  return refusal(501, 'NotImplemented', `Local Azure does not serve ${request.path} of Graph.`);
}
