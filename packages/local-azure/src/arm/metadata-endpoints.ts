import { json } from '../http/exchange';
import type { HttpAnswer, HttpRequest } from '../http/exchange';
import type { Cloud } from '../world/cloud';
import { namesFor } from '../http/names';

const SINGLE_SINCE = '2022-09-01';

/** GET /metadata/endpoints: where a client that knows only Resource Manager finds everything else. Asked without a token. */
export function metadataEndpoints(cloud: Cloud, request: HttpRequest): HttpAnswer {
  const { scheme, resourceManager, tokenService, graph, vaults, storage } = namesFor(cloud, request);
  const arm = `${scheme}://${resourceManager}`;
  const directory = `${scheme}://${graph}/`;
  const suffix = storage.replace(/^core\./, '');
  const described = {
    name: 'LocalAzure',
    portal: arm,
    resourceManager: `${arm}/`,
    authentication: {
      loginEndpoint: `${scheme}://${tokenService}/`,
      audiences: [`${arm}/`, `https://${cloud.resourceManager}/`, `https://${cloud.serviceManagement}/`],
      tenant: 'common',
      identityProvider: 'AAD',
    },
    graph: directory,
    graphAudience: directory,
    microsoftGraphResourceId: directory,
    suffixes: { keyVaultDns: vaults, storage, acrLoginServer: `azurecr.${suffix}`, sqlServerHostname: `database.${suffix}` },
    batch: arm,
    media: arm,
    gallery: arm,
    sqlManagement: arm,
    activeDirectoryDataLake: arm,
    vmImageAliasDoc: `${arm}/aliases.json`,
  };
  return json(200, (request.query.get('api-version') ?? '') < SINGLE_SINCE ? [described] : described);
}
