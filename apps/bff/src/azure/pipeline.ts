import type { TokenCredential } from '@azure/core-auth';
import { bearerTokenAuthenticationPolicy, createEmptyPipeline, type Pipeline } from '@azure/core-rest-pipeline';
import { egressPolicy } from './egress';

/** Reads answers into typed objects at forty times the cost of JSON.parse; we read them ourselves. */
const DESERIALISER = 'deserializationPolicy';

/** Closes the pipeline of a client: no other host, our correlation id, no costly reading of answers. */
export function close(pipeline: Pipeline, origin: string, correlationId: string): void {
  pipeline.addPolicy(egressPolicy(origin), { afterPhase: 'Retry' });
  pipeline.addPolicy({
    name: 'correlation',
    sendRequest(request, next) {
      request.headers.set('x-ms-correlation-request-id', correlationId);
      return next(request);
    },
  });
  pipeline.removePolicy({ name: DESERIALISER });
}

export function barePipeline(origin: string, credential: TokenCredential, correlationId: string): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${origin}/.default` }), { phase: 'Sign' });
  close(pipeline, origin, correlationId);
  return pipeline;
}
