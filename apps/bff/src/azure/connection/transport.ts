import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import type { Cloud } from '../../clouds';
import { httpsAgent } from '../../network';
import { isAzureOrigin } from './origins';

/** The way to Azure itself. The agent is ours for every request: what the SDKs know of proxies reaches only some of their pipelines. */
export function azureHttpClient(): HttpClient {
  const inner = createDefaultHttpClient();
  return {
    sendRequest(request) {
      request.agent = httpsAgent();
      return inner.sendRequest(request);
    },
  };
}

/**
 * Carries Azure's https URLs to a local Azure over plain http. The SDKs keep the real URLs, so their own rules for bearer tokens
 * and Key Vault challenges stay in force.
 */
export function loopbackHttpClient(target: string, cloud: Cloud): HttpClient {
  const inner = createDefaultHttpClient();
  const { origin } = new URL(target);
  return {
    async sendRequest(request) {
      const original = request.url;
      const url = new URL(original);
      if (!isAzureOrigin(cloud, url)) throw new Error(`local mode refuses ${url.origin}`);
      request.headers.set('x-forwarded-host', url.host);
      request.headers.set('x-forwarded-proto', 'https');
      request.url = origin + url.pathname + url.search;
      request.allowInsecureConnection = true;
      delete request.agent;
      delete request.proxySettings;
      try {
        return await inner.sendRequest(request);
      } finally {
        request.url = original;
        request.allowInsecureConnection = false;
      }
    },
  };
}
