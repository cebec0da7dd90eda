import { Buffer } from 'node:buffer';
import { request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';

let known: Agent | undefined;

/**
 * How every connection over TLS leaves this server, no matter who asks for it: through the proxy of `HTTPS_PROXY` but for the hosts of
 * `NO_PROXY`, to servers that prove themselves by an authority of Node's or of `NODE_EXTRA_CA_CERTS`, by TLS 1.2 at least whatever Node
 * was told.
 */
export function httpsAgent(): Agent {
  known ??= new Agent({ keepAlive: true, minVersion: 'TLSv1.2', proxyEnv: process.env });
  return known;
}

export interface Asked {
  method?: string | undefined;
  headers?: Record<string, string> | undefined;
  body?: string | undefined;
  signal: AbortSignal;
}

export interface Answered {
  status: number;
  headers: Headers;
  /** To be read to its end, or left. */
  body: AsyncIterable<Uint8Array>;
}

/**
 * Asks what no SDK of Azure asks for us. A redirect is an answer like any other. Without TLS only this computer and its link are asked
 * (Local Azure, the managed identity), which no proxy knows.
 */
export function ask(url: string, { method = 'GET', headers = {}, body, signal }: Asked): Promise<Answered> {
  const isSecure = new URL(url).protocol === 'https:';
  const send = isSecure ? secureRequest : plainRequest;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = { method, headers: { ...headers, ...length }, signal, ...(isSecure && { agent: httpsAgent() }) };
  return new Promise((resolve, reject) => {
    send(url, options, (answer) => {
      const headerPairs = Object.entries(answer.headers).flatMap(([name, value = '']) =>
        [value].flat().map((one): [string, string] => [name, one]),
      );
      resolve({ status: answer.statusCode ?? 0, headers: new Headers(headerPairs), body: answer });
    })
      .on('error', reject)
      .end(body);
  });
}
