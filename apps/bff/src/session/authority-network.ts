import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { ask, type Answered } from '../network';
import { readBounded } from '../read-bounded';

const TIMEOUT_MS = 10_000;

/** Discovery, keys and tokens take some kilobytes. */
const MOST_BYTES = 1024 * 1024;

/** The text of an answer of the authority; one without end is left. */
export async function boundedText({ body }: Answered): Promise<string> {
  const bytes = await readBounded(body, { most: MOST_BYTES, tooLong: () => new Error('The authority’s answer is too long.') });
  return new TextDecoder().decode(bytes);
}

/** MSAL looks at what it is given itself; of what type that is, it alone knows. */
const asMsalReads: <T>(text: string) => T = JSON.parse;

async function send<T>(method: string, url: string, options: NetworkRequestOptions | undefined): Promise<NetworkResponse<T>> {
  const { headers, body: form } = options ?? {};
  const response = await ask(url, { method, headers, body: form, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const text = await boundedText(response);
  if (response.status >= 300 && response.status < 400) throw new Error('The authority points elsewhere.');
  const body = asMsalReads<T>(jsonOf(text, response.status));
  return { headers: Object.fromEntries(response.headers), body, status: response.status };
}

/** A refusal whose words are none that MSAL knows, in those that it knows. */
function jsonOf(text: string, status: number): string {
  return status < 300 || text.trimStart().startsWith('{')
    ? text
    : JSON.stringify({ error: status < 500 ? 'client_error' : 'server_error' });
}

/** How MSAL reaches the authority, and what tells tokens of a managed identity: with a deadline, and never to where a redirect points. */
export const authorityNetwork: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};
