import { freePort, startLocalAzure, type Product } from '../../scripts/product.mjs';
import { startFront } from './front';
import { PORTAL, stateFolder } from './places';
import { startProxy, type Proxy } from './proxy';
import { settingsOf, startServer, type Registered } from './server';

export interface Tenant extends Product {
  registered: Registered;
  proxy: Proxy;
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
  const front = await startFront(server.port);
  return {
    url: `https://${PORTAL}`,
    hosts: [PORTAL, 'login.microsoftonline.com'],
    azure,
    registered: azure,
    proxy,
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
