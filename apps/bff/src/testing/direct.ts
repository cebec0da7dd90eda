import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import { connect, type LocalAzure } from '@tresor/local-azure';

export interface DirectAnswer {
  status: number;
  body: unknown;
}

/** Calls Azure as a person would with other tools than ours: to look at what is there, or to change it behind our back. */
export async function direct(azure: LocalAzure, person: string, method: HttpMethods, url: string, body?: unknown): Promise<DirectAnswer> {
  const { credential, httpClient } = await connect(azure, person);
  const target = new URL(url, 'https://management.azure.com');
  const resource = target.host.endsWith('.vault.azure.net') ? 'https://vault.azure.net' : target.origin;
  const scope = target.host.endsWith('.blob.core.windows.net') ? 'https://storage.azure.com' : resource;
  const { token } = await credential.getToken(`${scope}/.default`);
  const request = createPipelineRequest({
    url: target.href,
    method,
    headers: createHttpHeaders({ authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-ms-version': '2021-08-06' }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { status, bodyAsText } = await httpClient.sendRequest(request);
  return { status, body: bodyAsText?.startsWith('{') ? (JSON.parse(bodyAsText) as unknown) : bodyAsText };
}
