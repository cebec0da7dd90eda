import type { AccessToken } from '@azure/core-auth';
import { createHttpHeaders, createPipelineRequest, type PipelineRequest } from '@azure/core-rest-pipeline';
import { expect, it } from 'vitest';
import { barePipeline } from './pipeline';

const ORIGIN = 'https://management.azure.com';

/** Asks with a credential that gives this. */
function askWith(given: AccessToken | null) {
  const sent: (string | undefined)[] = [];
  const httpClient = {
    sendRequest(request: PipelineRequest) {
      sent.push(request.headers.get('authorization'));
      return Promise.resolve({ request, headers: createHttpHeaders(), status: 200 });
    },
  };
  const pipeline = barePipeline(ORIGIN, { getToken: () => Promise.resolve(given) }, 'correlation');
  return { sent, asked: pipeline.sendRequest(httpClient, createPipelineRequest({ url: `${ORIGIN}/subscriptions` })) };
}

it('a request carries the token of who asks', async () => {
  const { sent, asked } = askWith({ token: 'of ada', expiresOnTimestamp: 0 });
  await asked;
  expect(sent).toEqual(['Bearer of ada']);
});

it.each([null, { token: '', expiresOnTimestamp: 0 }])('where no token is given, nothing leaves, and it is said why: %j', async (given) => {
  const { sent, asked } = askWith(given);
  await expect(asked).rejects.toMatchObject({ code: 'sign-in-service-unavailable' });
  expect(sent).toEqual([]);
});
