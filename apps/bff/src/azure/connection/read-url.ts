import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
  type Pipeline,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { readAnswer, type Answer } from './answer';
import type { AzureSession } from './azure';
import { callFor, type CallOptions } from './call';
import type { CallKind } from './retry';

interface UrlRequest {
  method: HttpMethods;
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Under it Azure logs the request, and a job that it starts. */
  requestId?: string;
  /** For how long it may take, where that is longer than usual. */
  deadlineMs?: number;
}

/** A call through a closed pipeline, for what no operation of an SDK covers. */
export const sendUrl = (session: AzureSession, kind: CallKind, pipeline: Pipeline, request: UrlRequest): Promise<Answer> =>
  sendUrlFor(session, kind, pipeline, request, readAnswer);

function sendUrlFor<T>(
  session: AzureSession,
  kind: CallKind,
  pipeline: Pipeline,
  request: UrlRequest,
  read: (response: PipelineResponse) => T | Promise<T>,
): Promise<T> {
  const { method, url, body, headers, requestId, deadlineMs } = request;
  const json = body !== undefined && { 'content-type': 'application/json' };
  const send = async ({ abortSignal, onResponse }: CallOptions) => {
    const sent = createPipelineRequest({
      url,
      abortSignal,
      method,
      headers: createHttpHeaders({ accept: 'application/json', ...json, ...headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(requestId !== undefined && { requestId }),
      ...(deadlineMs !== undefined && { timeout: deadlineMs }),
    });
    onResponse(await pipeline.sendRequest(session.httpClient, sent));
  };
  return callFor(session, kind, send, read, deadlineMs);
}

/** A read through a closed pipeline; with a body it is a POST that changes nothing. */
export const readUrl = (session: AzureSession, pipeline: Pipeline, url: string, body?: unknown): Promise<Answer> =>
  sendUrl(session, 'read', pipeline, { method: body === undefined ? 'GET' : 'POST', url, body });

/** The same with what is made of the answer. Those who share an answer of Azure share what `read` made of it, if it remembers. */
export const readUrlFor = <T>(
  session: AzureSession,
  pipeline: Pipeline,
  request: Omit<UrlRequest, 'method'>,
  read: (response: PipelineResponse) => T | Promise<T>,
): Promise<T> => sendUrlFor(session, 'read', pipeline, { ...request, method: 'POST' }, read);
