import { ConfigError, readConfig } from '../config';

/** Settings that are enough, in each mode. */
export const LOCAL = {
  TRESOR_MODE: 'local',
  TRESOR_DATA: '.data',
  TRESOR_TENANT_ID: '5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30',
  TRESOR_PORTAL_CLIENT_ID: 'a3f0b7c4-6d1e-4f52-8b90-7c2e15d84a61',
  TRESOR_API_CLIENT_ID: 'd84c2f19-0b7e-4a35-9e6d-51f3a8c70b92',
  TRESOR_API_CLIENT_SECRET: 'local',
  TRESOR_AUTHORITY_METADATA: '{}',
  TRESOR_ISSUER: 'https://login.microsoftonline.com/5f1d0c2a-8e34-4b6b-9c57-2d9a4e7b1c30/v2.0',
  TRESOR_JWKS_URL: 'http://localhost:4281/keys',
  TRESOR_AZURE_URL: 'http://localhost:4281',
};

export const CLOUD = {
  TRESOR_MODE: 'cloud',
  TRESOR_DATA: '.data',
  TRESOR_TENANT_ID: LOCAL.TRESOR_TENANT_ID,
  TRESOR_PORTAL_CLIENT_ID: LOCAL.TRESOR_PORTAL_CLIENT_ID,
  TRESOR_API_CLIENT_ID: LOCAL.TRESOR_API_CLIENT_ID,
  TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example',
  TRESOR_MANAGED_IDENTITY: 'system',
};

/** What is wrong with settings, as it is said. */
export function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}
