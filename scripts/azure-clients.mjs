// What Azure's official clients need to take Local Azure for Azure.

/** Environment variables, for the SDKs of every language and for the command line. */
export function azureEnvironment({ url, tls }) {
  const proxy = url.replace('localhost', '127.0.0.1');
  return [
    ['NODE_EXTRA_CA_CERTS', tls.caFile],
    ['REQUESTS_CA_BUNDLE', tls.caFile],
    ['SSL_CERT_FILE', tls.caFile],
    ['HTTPS_PROXY', proxy],
    ['AZURE_AUTHORITY_HOST', tls.url],
  ];
}

/** Arguments of the command line that make Local Azure its cloud. */
export function registerCloud({ tls }) {
  return [
    ['config', 'set', 'core.instance_discovery=false'],
    ['cloud', 'register', '-n', 'LocalAzure', '--endpoint-resource-manager', tls.url],
    ['cloud', 'set', '-n', 'LocalAzure'],
  ];
}
