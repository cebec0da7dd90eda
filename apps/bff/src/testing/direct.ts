import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import { connect, type Connection, type LocalAzure } from '@tresor/local-azure';

export interface DirectAnswer {
  status: number;
  body: unknown;
}

type Wire = Pick<Connection, 'httpClient'> & { token: string };

const wires = new WeakMap<LocalAzure, Map<string, Promise<Wire>>>();

/** A person's token for a scope, taken once for each Azure: it outlives every test. */
function wireOf(azure: LocalAzure, person: string, scope: string): Promise<Wire> {
  const known = wires.get(azure) ?? new Map<string, Promise<Wire>>();
  wires.set(azure, known);
  const key = `${person} ${scope}`;
  const wire = known.get(key) ?? openWire(azure, person, scope);
  known.set(key, wire);
  return wire;
}

async function openWire(azure: LocalAzure, person: string, scope: string): Promise<Wire> {
  const { credential, httpClient } = await connect(azure, person);
  return { httpClient, token: (await credential.getToken(scope)).token };
}

/** Calls Azure as a person would with other tools than ours: to look at what is there, or to change it behind our back. */
export async function direct(azure: LocalAzure, person: string, method: HttpMethods, url: string, body?: unknown): Promise<DirectAnswer> {
  const target = new URL(url, 'https://management.azure.com');
  const resource = target.host.endsWith('.vault.azure.net') ? 'https://vault.azure.net' : target.origin;
  const scope = target.host.endsWith('.blob.core.windows.net') ? 'https://storage.azure.com' : resource;
  const { token, httpClient } = await wireOf(azure, person, `${scope}/.default`);
  const request = createPipelineRequest({
    url: target.href,
    method,
    headers: createHttpHeaders({
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-ms-version': '2021-08-06',
      'x-ms-blob-type': 'BlockBlob',
    }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const { status, bodyAsText } = await httpClient.sendRequest(request);
  return { status, body: bodyAsText?.startsWith('{') ? JSON.parse(bodyAsText) : bodyAsText };
}
