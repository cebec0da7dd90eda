// What the figures share: one product with the large world, one browser, one signed-in administrator. Made when first asked for.
import { startPlainSdkServer } from './node-server.mjs';
import { once } from './once.mjs';
import { headersOf, signIn } from './page.mjs';
import { startStage } from './stage.mjs';

export const ADMINISTRATOR = 'Adele Vance';
export const EMPTY_VAULT = 'IgniteDemoVault';

async function askApi(stage, headers, path) {
  const answer = await fetch(`${stage.url}/api${path}`, { headers });
  if (!answer.ok) throw new Error(`GET /api${path} answered ${answer.status}`);
  return answer.json();
}

/** `shared` holds what does not depend on the version: the browser, the floor, and what a figure has measured beside the product. */
export function startBench(version, shared) {
  const stage = once(() => startStage(version, { seed: 'large', standing: true, nodeOptions: [] }));
  const onPage = async (url, visit) => {
    const page = await (await shared.browser()).openPage(url, { throttle: false });
    try {
      return await visit(page);
    } finally {
      await page.close();
    }
  };
  const headersFor = (url, person = ADMINISTRATOR) => onPage(url, (page) => headersOf(page, person, '/vaults'));
  const headers = once(async () => headersFor((await stage.get()).url));
  const session = once(async () =>
    onPage((await stage.get()).url, async (page) => {
      await signIn(page, ADMINISTRATOR, '/vaults');
      return page.until(`sessionStorage.getItem('tresor.session') !== null && ({ ...sessionStorage })`, 'the session');
    }),
  );
  const vaults = once(async () => askApi(await stage.get(), await headers.get(), '/vaults'));
  const vaultCalled = async (wanted) => {
    const { subscriptionId, resourceGroup, name: vaultName } = (await vaults.get()).find(({ name }) => name === wanted);
    return { subscriptionId, resourceGroup, vaultName };
  };
  const plainSdk = once(async () => startPlainSdkServer((await stage.get()).proxy.url, (await vaultCalled('RackVault')).subscriptionId));
  return {
    ...shared,
    version,
    stage: stage.get,
    /** Another product, for figures that leave traces. */
    ownStage: (world) => startStage(version, world),
    /** The headers of the administrator's requests to the API, here or at another product. */
    headers: headers.get,
    headersFor,
    /** What the tab of the signed-in administrator keeps. */
    session: session.get,
    /** The vault of the large world that protects some of its machines, as a path of the API. */
    vault: () => vaultCalled('RackVault'),
    /** One in the same subscription and region that protects none. */
    emptyVault: () => vaultCalled(EMPTY_VAULT),
    /** A plain SDK call in Express beside the BFF, which reads from the same place and lives as long. */
    plainSdk: plainSdk.get,
    async stop() {
      await plainSdk.stop();
      await stage.stop();
    },
  };
}

/** The address of a vault in the portal and below /api alike. */
export const vaultPath = ({ subscriptionId, resourceGroup, vaultName }) => `/vaults/${subscriptionId}/${resourceGroup}/${vaultName}`;
