import type { HttpMethods, PipelineResponse } from '@azure/core-rest-pipeline';
import { errorIn } from './refusal';
import { UpstreamFailure } from './upstream-failure';

/** Azure is still at something that the request names or changes: it may be sent again in a moment, and says nothing of how much is asked. */
const BUSY = new Set(['RetryableError', 'ReferencedResourceNotProvisioned', 'AnotherOperationInProgress']);

export const isBusy = (error: unknown): boolean => error instanceof UpstreamFailure && BUSY.has(error.details.azureCode ?? '');

/** Whether an answer asks for fewer writes, as only some of those with status 429 do. */
export const asksForFewerWrites = (method: HttpMethods, { status, bodyAsText }: PipelineResponse): boolean =>
  status === 429 && method !== 'GET' && !BUSY.has(errorIn(bodyAsText ?? '')?.code ?? '');
