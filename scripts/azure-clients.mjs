// What Azure's official clients need to take Local Azure for Azure.

/** @typedef {{ url: string, tls?: { url: string, caFile?: string | undefined } | undefined }} Azure */

/** @param {Azure['tls']} tls */
function required(tls) {
  if (tls?.caFile === undefined) throw new Error('Local Azure was started without a port for TLS.');
  return { url: tls.url, caFile: tls.caFile };
}

/**
 * Environment variables, for the SDKs of every language and for the command line.
 * @param {Azure} azure
 */
export function azureEnvironment({ url, tls }) {
  const { url: origin, caFile } = required(tls);
  const proxy = url.replace('localhost', '127.0.0.1');
  return [
    ['NODE_EXTRA_CA_CERTS', caFile],
    ['REQUESTS_CA_BUNDLE', caFile],
    ['SSL_CERT_FILE', caFile],
    ['HTTPS_PROXY', proxy],
    ['AZURE_AUTHORITY_HOST', origin],
  ];
}

/**
 * Arguments of the command line that make Local Azure its cloud.
 * @param {Azure} azure
 */
export function registerCloud({ tls }) {
  const { url } = required(tls);
  return [
    ['config', 'set', 'core.instance_discovery=false'],
    ['cloud', 'register', '-n', 'LocalAzure', '--endpoint-resource-manager', url],
    ['cloud', 'set', '-n', 'LocalAzure'],
  ];
}
