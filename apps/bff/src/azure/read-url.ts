import { createHttpHeaders, createPipelineRequest, type Pipeline } from '@azure/core-rest-pipeline';
import type { Answer } from './answer';
import type { AzureSession } from './azure';
import { call } from './call';

/** A read through a closed pipeline, for what no operation of an SDK covers; with a body it is a POST that changes nothing. */
export function readUrl(session: AzureSession, pipeline: Pipeline, url: string, body?: unknown): Promise<Answer> {
  return call(session, 'read', async ({ abortSignal, onResponse }) => {
    const request = createPipelineRequest({
      url,
      abortSignal,
      method: body === undefined ? 'GET' : 'POST',
      headers: createHttpHeaders({ accept: 'application/json', ...(body !== undefined && { 'content-type': 'application/json' }) }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    onResponse(await pipeline.sendRequest(session.httpClient, request));
  });
}
