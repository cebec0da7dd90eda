import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config';

const LOCAL = {
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

const CLOUD = {
  TRESOR_MODE: 'cloud',
  TRESOR_DATA: '.data',
  TRESOR_TENANT_ID: LOCAL.TRESOR_TENANT_ID,
  TRESOR_PORTAL_CLIENT_ID: LOCAL.TRESOR_PORTAL_CLIENT_ID,
  TRESOR_API_CLIENT_ID: LOCAL.TRESOR_API_CLIENT_ID,
  TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example',
  TRESOR_MANAGED_IDENTITY: 'system',
};

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the settings', () => {
  it('of local mode have sensible defaults', () => {
    expect(readConfig(LOCAL)).toMatchObject({ host: '127.0.0.1', port: 4280, publicOrigin: 'http://localhost:4280' });
  });

  it('of cloud mode name the authority of the tenant', () => {
    const config = readConfig(CLOUD);
    expect(config.authority).toBe(`https://login.microsoftonline.com/${CLOUD.TRESOR_TENANT_ID}`);
    expect(config.credential).toEqual({ kind: 'managed-identity', clientId: undefined });
    expect(config.azureUrl).toBeUndefined();
  });

  it('of cloud mode go with production', () => {
    expect(problemsOf({ ...CLOUD, NODE_ENV: 'production' })).toEqual([]);
  });

  it('are refused with all problems at once', () => {
    const problems = problemsOf({ TRESOR_MODE: 'cloud', TRESOR_PORT: 'no', TRESOR_AZURE_URL: 'http://localhost:1', TRESOR_DATA: '.data' });
    for (const name of [
      'TRESOR_PORT',
      'TRESOR_TENANT_ID',
      'TRESOR_API_CLIENT_ID',
      'TRESOR_AZURE_URL',
      'TRESOR_PUBLIC_ORIGIN',
      'no credential',
    ]) {
      expect(problems.join('\n')).toContain(name);
    }
  });

  it.each([
    ['a client secret', { TRESOR_API_CLIENT_SECRET: 'x' }],
    ['metadata of an authority', { TRESOR_AUTHORITY_METADATA: '{}' }],
    ['another Azure', { TRESOR_AZURE_URL: 'http://localhost:4281' }],
    ['an origin over http', { TRESOR_PUBLIC_ORIGIN: 'http://tresor.contoso.example' }],
    ['an issuer on this computer', { TRESOR_ISSUER: 'https://localhost/v2.0' }],
    ['keys over http', { TRESOR_JWKS_URL: 'http://keys.contoso.example' }],
    ['two credentials', { TRESOR_API_CERTIFICATE: 'package.json', TRESOR_API_CERTIFICATE_KEY: 'package.json' }],
    ['a certificate without its key', { TRESOR_API_CERTIFICATE: 'package.json' }],
    ['no credential', { TRESOR_MANAGED_IDENTITY: '' }],
  ])('of cloud mode refuse %s', (_what, change) => {
    expect(problemsOf({ ...CLOUD, ...change })).not.toEqual([]);
  });

  it.each([
    ['a bind beyond this computer', { TRESOR_HOST: '0.0.0.0' }],
    ['production', { NODE_ENV: 'production' }],
    ['an Azure elsewhere', { TRESOR_AZURE_URL: 'https://management.azure.com' }],
    ['a public origin elsewhere', { TRESOR_PUBLIC_ORIGIN: 'https://tresor.contoso.example' }],
    ['a managed identity', { TRESOR_MANAGED_IDENTITY: 'system' }],
    ['a missing secret', { TRESOR_API_CLIENT_SECRET: '' }],
  ])('of local mode refuse %s', (_what, change) => {
    expect(problemsOf({ ...LOCAL, ...change })).toHaveLength(1);
  });

  it('name a certificate file that is not there', () => {
    const env = { ...CLOUD, TRESOR_MANAGED_IDENTITY: '', TRESOR_API_CERTIFICATE: 'nowhere.pem', TRESOR_API_CERTIFICATE_KEY: 'nowhere.key' };
    expect(problemsOf(env)).toEqual(['the file nowhere.pem does not exist', 'the file nowhere.key does not exist']);
  });
});
