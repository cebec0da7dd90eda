import type { TokenCredential } from '@azure/core-auth';
import { authorizeRequestOnClaimChallenge, serializationPolicy } from '@azure/core-client';
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  setClientRequestIdPolicy,
  type Pipeline,
  type PipelinePolicy,
} from '@azure/core-rest-pipeline';
import { UpstreamFailure } from './upstream-failure';

/**
 * Lets a request leave only for the origin its client was made for. Without it the SDKs send the bearer token to any host that a
 * `nextLink`, `Location` or `Azure-AsyncOperation` names.
 */
function egressPolicy(origin: string): PipelinePolicy {
  return {
    name: 'egress',
    sendRequest(request, next) {
      if (new URL(request.url).origin === origin) return next(request);
      return Promise.reject(new UpstreamFailure('unreadable', { azureMessage: 'The answer pointed to another host.' }));
    },
  };
}

/**
 * What the SDKs do with each call and we do not want: reading answers into typed objects, at forty times the cost of JSON.parse;
 * retries, redirects and proxies, which are ours to decide; forms, logs and traces, which nobody here sends or reads; packed answers, which may
 * be of any length once they are unpacked.
 */
const UNWANTED = [
  'deserializationPolicy',
  'defaultRetryPolicy',
  'redirectPolicy',
  'proxyPolicy',
  'formDataPolicy',
  'multipartPolicy',
  'logPolicy',
  'tracingPolicy',
  'decompressResponsePolicy',
];

/** Closes the pipeline of a client: no other host, our correlation id, nothing that we do not want. */
export function close(pipeline: Pipeline, origin: string, correlationId: string): void {
  admitOnly(pipeline, origin, correlationId);
  for (const name of UNWANTED) pipeline.removePolicy({ name });
}

function admitOnly(pipeline: Pipeline, origin: string, correlationId: string): void {
  pipeline.addPolicy(egressPolicy(origin), { afterPhase: 'Retry' });
  pipeline.addPolicy({
    name: 'correlation',
    sendRequest(request, next) {
      request.headers.set('x-ms-correlation-request-id', correlationId);
      return next(request);
    },
  });
}

// The SDKs do the same: by this id Azure's activity log tells who started a job.
const clientRequestId = setClientRequestIdPolicy();

/** Closed from the start, and with nothing in it but the token. */
export function barePipeline(origin: string, credential: TokenCredential, correlationId: string): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(clientRequestId);
  const challengeCallbacks = { authorizeRequestOnChallenge: authorizeRequestOnClaimChallenge };
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: `${origin}/.default`, challengeCallbacks }), { phase: 'Sign' });
  admitOnly(pipeline, origin, correlationId);
  return pipeline;
}

/** With no token: for an address that is signed itself. */
export function signedPipeline(origin: string, correlationId: string): Pipeline {
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(clientRequestId);
  admitOnly(pipeline, origin, correlationId);
  return pipeline;
}

const serialization = serializationPolicy();

/** The same for operations of an SDK, which leave the writing of their request to the pipeline. */
export function operationPipeline(origin: string, credential: TokenCredential, correlationId: string): Pipeline {
  const pipeline = barePipeline(origin, credential, correlationId);
  pipeline.addPolicy(serialization, { phase: 'Serialize' });
  return pipeline;
}
