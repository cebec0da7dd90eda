import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import type { azureHttpClient } from '../../azure/connection/transport';
import type { Answered, Asked } from '../../network';
import { boundedText } from '../../session/authority-network';
import { Replacement } from './replacement';

/** Headers that say how a service speaks; all others are left out. */
const HEADERS = new Set(['content-type', 'date', 'retry-after', 'odata-version', 'www-authenticate', 'cache-control', 'x-ms-error-code']);

/** What an answer is of, in the words of Microsoft's own descriptions, by the path that was asked. */
const OPERATIONS: readonly (readonly [path: RegExp, operation: string, file: string])[] = [
  [/\/\.well-known\/openid-configuration$/, 'Discovery_OpenIdConfiguration', 'entra'],
  [/\/discovery\/v2\.0\/keys$/, 'Discovery_Keys', 'entra'],
  [/\/oauth2\/v2\.0\/token$/, 'Token', 'entra'],
  [/\/oauth2PermissionGrants$/, 'ServicePrincipals_ListGrants', 'graph'],
  [/\/servicePrincipals$/, 'ServicePrincipals_List', 'graph'],
  [/\/applications$/, 'Applications_List', 'graph'],
];

type Transport = ReturnType<typeof azureHttpClient>;

interface Exchange {
  method: string;
  url: string;
  status: number;
  headers: Iterable<[string, string]>;
  text: string;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? null : text;
  }
}

/** One line of a recording, in the form that `npm run replay` reads, with everything replaced that is somebody's. */
export function recordedLine({ method, url, status, headers, text }: Exchange, replacement: Replacement): { file: string; line: string } {
  const { pathname, searchParams } = new URL(url);
  const [, operation = 'Unknown', file = 'azure'] = OPERATIONS.find(([path]) => path.test(pathname)) ?? [];
  const kept = [...headers].filter(([name]) => HEADERS.has(name.toLowerCase()));
  const date = kept.find(([name]) => name.toLowerCase() === 'date')?.[1] ?? null;
  const exchange = {
    operation,
    method,
    url: replacement.text(decodeURIComponent(url.replaceAll('+', ' '))).replaceAll(' ', '%20'),
    apiVersion: searchParams.has('api-version') ? replacement.text(searchParams.get('api-version') ?? '') : null,
    requestBody: null,
    status,
    headers: Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), replacement.text(value)])),
    body: replacement.json(parsed(text)),
    recorded: date && replacement.text(date),
    source: 'npm run doctor -- --record',
  };
  return { file, line: JSON.stringify(exchange) };
}

/** Writes every answer that the doctor gets into a folder, with names, ids, secrets and hosts replaced. */
export class Recorder {
  readonly #folder: string;
  readonly #replacement = new Replacement();

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  #write(exchange: Exchange): void {
    const { file, line } = recordedLine(exchange, this.#replacement);
    appendFileSync(join(this.#folder, `${file}.jsonl`), `${line}\n`, { mode: 0o600 });
  }

  /** The same way to Azure, listened to. */
  azure(inner: Transport): Transport {
    return {
      sendRequest: async (request) => {
        const answer = await inner.sendRequest(request);
        const { method, url } = request;
        this.#write({ method, url, status: answer.status, headers: answer.headers, text: answer.bodyAsText ?? '' });
        return answer;
      },
    };
  }

  /** The same way of MSAL to the authority, listened to. */
  authority(inner: INetworkModule): INetworkModule {
    const recorded = <T>(method: string, url: string, { headers, body, status }: NetworkResponse<T>): NetworkResponse<T> => {
      this.#write({ method, url, status, headers: Object.entries(headers), text: JSON.stringify(body) });
      return { headers, body, status };
    };
    return {
      sendGetRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
        recorded('GET', url, await inner.sendGetRequestAsync<T>(url, options)),
      sendPostRequestAsync: async <T>(url: string, options?: NetworkRequestOptions) =>
        recorded('POST', url, await inner.sendPostRequestAsync<T>(url, options)),
    };
  }

  /** The same way to ask without an SDK, listened to. */
  asking(inner: (url: string, asked: Asked) => Promise<Answered>): typeof inner {
    return async (url, asked) => {
      const answer = await inner(url, asked);
      const text = await boundedText(answer);
      this.#write({ method: asked.method ?? 'GET', url, status: answer.status, headers: answer.headers, text });
      return { ...answer, body: once(text) };
    };
  }
}

async function* once(text: string): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(new TextEncoder().encode(text));
}
