// Official clients in a process of their own, told where Local Azure is by nothing but the environment. Prints what they found.
import { RecoveryServicesClient } from '@azure/arm-recoveryservices';
import { SecretClient } from '@azure/keyvault-secrets';

const { AZURE_AUTHORITY_HOST: authority, AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, SUBSCRIPTION_ID } = process.env;

const credential = {
  async getToken(scopes) {
    const form = { grant_type: 'client_credentials', client_id: AZURE_CLIENT_ID, client_secret: AZURE_CLIENT_SECRET };
    const body = new URLSearchParams({ ...form, scope: [scopes].flat().join(' ') });
    const answer = await fetch(`${authority}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body });
    const { access_token: token, expires_in: seconds } = await answer.json();
    return { token, expiresOnTimestamp: Date.now() + seconds * 1000 };
  },
};

async function all(pages, view) {
  const found = [];
  for await (const one of pages) found.push(view(one));
  return found;
}

const vaults = (options) =>
  all(new RecoveryServicesClient(credential, SUBSCRIPTION_ID, options).vaults.listBySubscriptionId(), ({ name }) => name);
const secrets = (host) => all(new SecretClient(`https://${host}`, credential).listPropertiesOfSecrets(), ({ vaultUrl }) => vaultUrl);

console.log(
  JSON.stringify({
    withEndpoint: await vaults({ endpoint: authority }),
    withoutEndpoint: await vaults(),
    local: await secrets(`rbacreadykv.vault.localhost:${new URL(authority).port}`),
    azure: await secrets('rbacreadykv.vault.azure.net'),
  }),
);
