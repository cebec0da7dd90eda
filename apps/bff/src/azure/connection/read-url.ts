import { createHttpHeaders, createPipelineRequest, type HttpMethods, type Pipeline } from '@azure/core-rest-pipeline';
import type { Answer } from './answer';
import type { AzureSession } from './azure';
import { call } from './call';
import type { CallKind } from './retry';

export interface UrlRequest {
  method: HttpMethods;
  url: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Under it Azure logs the request, and a job that it starts. */
  requestId?: string;
}

/** A call through a closed pipeline, for what no operation of an SDK covers. */
export function sendUrl(session: AzureSession, kind: CallKind, pipeline: Pipeline, request: UrlRequest): Promise<Answer> {
  const { method, url, body, headers, requestId } = request;
  const json = body !== undefined && { 'content-type': 'application/json' };
  return call(session, kind, async ({ abortSignal, onResponse }) => {
    const sent = createPipelineRequest({
      url,
      abortSignal,
      method,
      headers: createHttpHeaders({ accept: 'application/json', ...json, ...headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(requestId !== undefined && { requestId }),
    });
    onResponse(await pipeline.sendRequest(session.httpClient, sent));
  });
}

/** A read through a closed pipeline; with a body it is a POST that changes nothing. */
export const readUrl = (session: AzureSession, pipeline: Pipeline, url: string, body?: unknown): Promise<Answer> =>
  sendUrl(session, 'read', pipeline, { method: body === undefined ? 'GET' : 'POST', url, body });
