import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { UpstreamFailure } from './upstream-failure';

/**
 * Lets a request leave only for the origin its client was made for. Without it the SDKs send the bearer token to any host that a
 * `nextLink`, `Location` or `Azure-AsyncOperation` names.
 */
export function egressPolicy(origin: string): PipelinePolicy {
  return {
    name: 'egress',
    sendRequest(request, next) {
      if (new URL(request.url).origin === origin) return next(request);
      return Promise.reject(new UpstreamFailure('unreadable', { azureMessage: 'The answer pointed to another host.' }));
    },
  };
}
