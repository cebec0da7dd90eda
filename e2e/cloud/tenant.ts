import { readFileSync } from 'node:fs';
import { freePort } from '../../scripts/free-port.mjs';
import { startLocalAzure, type Product } from '../../scripts/product.mjs';
import { startFront } from './front';
import { PORTAL, portalFile, stateFolder } from './places';
import { startProxy, type Proxy } from './proxy';
import { settingsOf, startServer, type Registered } from './server';

export interface Tenant extends Product {
  registered: Registered;
  proxy: Proxy;
  /** Port of the server behind the portal's name. */
  port: number;
}

/** The product as in a tenant: Local Azure under Azure's names behind the company's proxy, and a server that knows of neither. */
export async function startTenant(): Promise<Tenant> {
  const localAzure = startLocalAzure({
    port: await freePort(),
    tlsPort: await freePort(),
    redirectUri: `https://${PORTAL}/auth/redirect.html`,
    data: stateFolder(),
    standing: true,
    control: true,
  });
  const azure = await localAzure.ready;
  const proxy = await startProxy(azure.url);
  const settings = settingsOf(azure, await freePort());
  let server = await startServer(settings);
  const portal = readFileSync(portalFile(), 'utf8');
  // What ends TLS before the server, as companies have it: the server itself listens on this computer alone.
  const front = await startFront('127.0.0.1', { cert: portal, key: portal, minVersion: 'TLSv1.2' }, { host: '::1', ports: [server.port] });
  return {
    url: `https://${PORTAL}`,
    directory: `https://login.microsoftonline.com/${azure.tenantId}`,
    origins: [`https://${PORTAL}`, 'https://login.microsoftonline.com'],
    azure,
    registered: azure,
    proxy,
    port: server.port,
    async crashBff() {
      await server.kill();
      server = await startServer(settings);
    },
    async stop() {
      await front.stop();
      await server.kill();
      await proxy.stop();
      await localAzure.stop();
    },
  };
}
