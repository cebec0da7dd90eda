import type { TokenCredential } from '@azure/core-auth';
import { bearerTokenAuthenticationPolicy, createEmptyPipeline, setClientRequestIdPolicy, type Pipeline } from '@azure/core-rest-pipeline';
import { egressPolicy } from './egress';

/**
 * What the SDKs do with each call and we do not want: reading answers into typed objects, at forty times the cost of JSON.parse;
 * retries and redirects, which are ours to decide; forms, logs and traces, which nobody here sends or reads.
 */
const UNWANTED = [
  'deserializationPolicy',
  'defaultRetryPolicy',
  'redirectPolicy',
  'formDataPolicy',
  'multipartPolicy',
  'logPolicy',
  'tracingPolicy',
];

/** Closes the pipeline of a client: no other host, our correlation id, nothing that we do not want. */
export function close(pipeline: Pipeline, origin: string, correlationId: string): void {
  pipeline.addPolicy(egressPolicy(origin), { afterPhase: 'Retry' });
  pipeline.addPolicy({
    name: 'correlation',
    sendRequest(request, next) {
      request.headers.set('x-ms-correlation-request-id', correlationId);
      return next(request);
    },
  });
  for (const name of UNWANTED) pipeline.removePolicy({ name });
}

export function barePipeline(origin: string, credential: TokenCredential, correlationId: string): Pipeline {
  const pipeline = createEmptyPipeline();
  // The SDKs do the same: by this id Azure's activity log tells who started a job.
  pipeline.addPolicy(setClientRequestIdPolicy());
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${origin}/.default` }), { phase: 'Sign' });
  close(pipeline, origin, correlationId);
  return pipeline;
}
