// What the figures share: one product with the large world, one browser, one signed-in administrator. Made when first asked for.
import { startBrowser, headersOf } from './browser.mjs';
import { once } from './once.mjs';
import { startStage } from './stage.mjs';

export const ADMINISTRATOR = 'Adele Vance';
export const EMPTY_VAULT = 'IgniteDemoVault';

async function askApi(stage, headers, path) {
  const answer = await fetch(`${stage.url}/api${path}`, { headers });
  if (!answer.ok) throw new Error(`GET /api${path} answered ${answer.status}`);
  return answer.json();
}

export function startBench() {
  const stage = once(() => startStage({ seed: 'large', standing: true }));
  const browser = once(startBrowser);
  const headers = once(async () => {
    const { page, close } = await (await browser.get()).openPage((await stage.get()).url, { throttle: false });
    try {
      return await headersOf(page, ADMINISTRATOR, '/vaults');
    } finally {
      await close();
    }
  });
  const vaults = once(async () => askApi(await stage.get(), await headers.get(), '/vaults'));
  const vaultCalled = async (wanted) => {
    const { subscriptionId, resourceGroup, name: vaultName } = (await vaults.get()).find(({ name }) => name === wanted);
    return { subscriptionId, resourceGroup, vaultName };
  };
  return {
    stage: stage.get,
    browser: browser.get,
    /** The headers of the administrator's requests to the API. */
    headers: headers.get,
    /** The vault of the large world that protects some of its machines, as a path of the API. */
    vault: () => vaultCalled('RackVault'),
    /** One in the same subscription and region that protects none. */
    emptyVault: () => vaultCalled(EMPTY_VAULT),
    async stop() {
      await browser.stop();
      await stage.stop();
    },
  };
}

/** The address of a vault in the portal and below /api alike. */
export const vaultPath = ({ subscriptionId, resourceGroup, vaultName }) => `/vaults/${subscriptionId}/${resourceGroup}/${vaultName}`;
