import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import { createAzure, type AzureSession } from '../src/azure/connection/azure';
import type { Operation } from './operations';
import { placeIn } from './places';
import { textOf, type Exchange } from './recordings';

const PRINCIPAL = {
  tid: '00000000-0000-0000-0000-000000000000',
  oid: '00000000-0000-0000-0000-000000000001',
  name: 'Reader',
  username: 'reader@contoso.com',
  isGuest: false,
  roles: [],
  assertion: '',
  issuedAt: 0,
  expiresAt: Number.MAX_SAFE_INTEGER,
};

const isOf = ({ method, plane, template }: Operation, asked: string, url: string) =>
  method === asked && placeIn(plane, template, url) !== undefined;

const MISSING = { status: 404, headers: {}, body: { error: { code: 'NotRecorded', message: 'Nothing of this was recorded.' } } };

/** Where a list goes on and nobody recorded how. */
const LAST_PAGE = { status: 200, headers: {}, body: { value: [] } };

/** A transport that answers what is asked by an operation with one exchange, and anything else with what was recorded of the same URL. */
function transportOf(operation: Operation, played: Exchange, all: readonly Exchange[]): HttpClient {
  const sameUrl = ({ method, url }: PipelineRequest) => {
    const recorded = all.find((one) => one.status < 400 && one.method === method && one.url === url);
    if (recorded) return recorded;
    if (isOf(operation, method, url) || /skiptoken/i.test(url)) return LAST_PAGE;
    return all.find((one) => one.status < 400 && one.method === method && pathOf(one.url) === pathOf(url)) ?? MISSING;
  };
  return {
    sendRequest(request) {
      const { method, url } = request;
      const answer = isOf(operation, method, url) && !leadsOn(played, url) ? played : sameUrl(request);
      return Promise.resolve({
        request,
        status: answer.status,
        headers: createHttpHeaders(answer.headers ?? {}),
        bodyAsText: textOf(answer),
      });
    },
  };
}

/** Whether a URL is the one by which a page names the next. */
const leadsOn = ({ body }: Exchange, url: string): boolean =>
  typeof body === 'object' &&
  body !== null &&
  'nextLink' in body &&
  typeof body.nextLink === 'string' &&
  hrefOf(body.nextLink) === hrefOf(url);

const hrefOf = (url: string) => (URL.canParse(url) ? new URL(url).href : url);

const pathOf = (url: string) => decodeURIComponent(new URL(url).pathname).toLowerCase();

const token = () => Promise.resolve({ token: 'recorded', expiresAt: Number.MAX_SAFE_INTEGER });

/** A session whose Azure answers as it was recorded: everything of ours between it and a reader is real. */
export function openRecorded(operation: Operation, played: Exchange, all: readonly Exchange[]): AzureSession {
  const open = createAzure(token, { transport: transportOf(operation, played, all), freshMs: 0 });
  // As in the middle of a command, so that what changes something is sent, too.
  return { ...open(PRINCIPAL, 'recorded', new AbortController().signal), command: { send: (request) => request(), join: () => undefined } };
}
