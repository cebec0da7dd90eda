import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { routes } from '../packages/local-azure/src/providers/index';
import { evaluate, TEMPLATE_ROOM, type TemplateContext } from '../packages/local-azure/src/providers/resources/template/evaluate';
import { bodyOf, expand } from '../packages/local-azure/src/providers/resources/template/expand';
import * as z from 'zod';

const parameter = z.looseObject({ type: z.string(), defaultValue: z.union([z.string(), z.boolean(), z.int()]).optional() });
const template = z
  .looseObject({
    parameters: z.record(z.string(), parameter),
    variables: z.record(z.string(), z.unknown()),
    resources: z.array(z.looseObject({ type: z.string() })),
    outputs: z.record(z.string(), z.looseObject({ value: z.unknown() })),
  })
  .parse(JSON.parse(readFileSync(new URL('../deploy/azure/template.json', import.meta.url), 'utf8')));

const REQUIRED = {
  image: 'registry.contoso.example/tresor:0.1.0',
  tenantId: '6a1f0f4e-2b6c-4d0e-9c53-1f7f3b2d9a10',
  portalClientId: '0b2c6f57-9d5e-4a55-8d0d-6f3e8e0a4c21',
  apiClientId: 'c9d1b0a3-7e64-4b1b-9a52-0d5f6c7e8b32',
  host: 'tresor.contoso.example',
};

const SETS: [string, Record<string, unknown>][] = [
  ['what must be given alone', {}],
  ['the certificate of the portal', { certificateName: 'portal' }],
  ['who reads the audit log, and the key of evidence', { auditRole: 'Audit.Read', evidenceKeyName: 'evidence' }],
  ['a registry that the servers sign in to', { registry: 'contoso.azurecr.io' }],
  ['a portal for everybody, and more servers', { internal: false, servers: 5 }],
  [
    'a name and addresses of one’s own',
    { name: 'backupportal', addresses: '10.9.0.0/22', appsAddresses: '10.9.0.0/23', location: 'northeurope' },
  ],
];

/** What Resource Manager knows of a resource that was made: names of itself, which is all that the template refers to. */
const made = {
  principalId: 'p',
  clientId: 'c',
  configuration: { ingress: { fqdn: 'f' } },
  customDomainVerificationId: 'v',
  staticIp: '10.40.1.5',
  vaultUri: 'https://v.vault.azure.net/',
};

function contextWith(given: Record<string, unknown>): TemplateContext {
  const empty: TemplateContext = {
    subscriptionId: '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4',
    group: 'TresorRG',
    location: 'westeurope',
    deploymentName: 'tresor',
    parameters: {},
    variables: template.variables,
    reference: () => made,
    loops: {},
    within: [],
    room: { left: TEMPLATE_ROOM },
  };
  const defaults = Object.entries(template.parameters).map(([name, { defaultValue }]) => [name, evaluate(empty, defaultValue)]);
  return { ...empty, parameters: { ...Object.fromEntries(defaults), ...REQUIRED, ...given } };
}

describe.each(SETS)('The template with %s', (_what, given) => {
  const context = contextWith(given);
  const resources = expand(context, template.resources);

  it('comes out whole: every value is worked out, every dependency is in it', () => {
    expect(new Set(resources.map(({ id }) => id)).size).toBe(resources.length);
    for (const resource of resources) {
      // A template inside speaks of its own parameters.
      if (resource.type !== 'Microsoft.Resources/deployments')
        expect(JSON.stringify(bodyOf(context, resource)), resource.id).not.toContain('"[');
      const wanted = z.array(z.string()).parse(resource.source['dependsOn'] ?? []);
      const optional = wanted.filter((one) => one.includes('/certificates') && given['certificateName'] === undefined).length;
      expect(resource.dependsOn.length, resource.id).toBeGreaterThanOrEqual(wanted.length - optional);
    }
    for (const { value } of Object.values(template.outputs)) expect(evaluate(context, value)).not.toBe('');
  });

  it('asks for two servers at least, over TLS, and lets nobody in past the private endpoints', () => {
    const [servers, vault, database] = ['App/containerApps', 'KeyVault/vaults', 'DBforPostgreSQL/flexibleServers'].map((wanted) =>
      JSON.stringify(resources.filter(({ type }) => type === `Microsoft.${wanted}`).map((one) => bodyOf(context, one))),
    );
    expect(Number(/"minReplicas":(\d+)/.exec(servers ?? '')?.[1])).toBeGreaterThanOrEqual(2);
    expect(servers).toContain('"allowInsecure":false');
    expect(vault).toContain('"publicNetworkAccess":"Disabled"');
    expect(database).toContain('"publicNetworkAccess":"Disabled"');
  });

  it('hands the servers the role of auditors and the key of evidence, where they are given', () => {
    const [servers] = resources
      .filter(({ type }) => type === 'Microsoft.App/containerApps')
      .map((one) => JSON.stringify(bodyOf(context, one)));
    const { auditRole = '', evidenceKeyName } = z
      .looseObject({ auditRole: z.string().optional(), evidenceKeyName: z.string().optional() })
      .parse(given);
    expect(servers).toContain(JSON.stringify({ name: 'TRESOR_AUDIT_ROLE', value: auditRole }));
    const mounted = '{"volumeName":"evidence","mountPath":"/etc/tresor"}';
    if (evidenceKeyName === undefined) expect(servers).not.toContain(mounted);
    else
      for (const part of [mounted, '"/etc/tresor/evidence-key.pem"', `https://v.vault.azure.net/secrets/${evidenceKeyName}`])
        expect(servers).toContain(part);
  });

  it('asks for the certificate of the portal where there is one', () => {
    const certificates = resources.filter(({ type }) => type === 'Microsoft.App/managedEnvironments/certificates');
    expect(certificates).toHaveLength(given['certificateName'] === undefined ? 0 : 1);
  });
});

it('The template has no password and no key in it, and asks Azure for none', () => {
  const text = JSON.stringify(template).toLowerCase();
  expect(text).toContain('"passwordauth":"disabled"');
  expect(text).not.toMatch(/listkeys|securestring|sharedkey|administratorloginpassword/);
});

const textOf = (name: string) => readFileSync(new URL(`../deploy/azure/${name}`, import.meta.url), 'utf8');

describe('What azd is offered', () => {
  const bicep = textOf('main.bicep');
  const defaults = new Map([...bicep.matchAll(/^param (\w+) string(?: = '(.*)')?$/gm)].map(([, name = '', value]) => [name, value]));
  const { parameters } = z
    .object({ parameters: z.record(z.string(), z.object({ value: z.string() })) })
    .parse(JSON.parse(textOf('main.parameters.json')));
  const names = Object.keys(template.parameters).filter((name) => name !== 'location');

  it('is every parameter of the template, with the same default', () => {
    const ofTemplate = names.map((name) => [name, template.parameters[name]?.defaultValue?.toString()]);
    expect(Object.fromEntries(defaults)).toEqual(Object.fromEntries(ofTemplate));
    const given = Object.entries(parameters).map(([name, { value }]) => [name, /^\$\{[A-Z_]+(?:=(.*))?\}$/.exec(value)?.[1]]);
    expect(Object.fromEntries(given)).toEqual(Object.fromEntries(ofTemplate));
  });

  it('is handed on to the template as what it takes', () => {
    const handed = Object.fromEntries([...bicep.matchAll(/^ {4}(\w+): (.+)$/gm)].map(([, name, value]) => [name, value]));
    const wanted = Object.entries(template.parameters).map(([name, { type }]) => [name, type === 'string' ? name : `${type}(${name})`]);
    expect(handed).toEqual(Object.fromEntries(wanted));
  });
});

/** `Namespace/type/child` of a path of Resource Manager. */
const typeOf = (path: string) =>
  path
    .slice(path.lastIndexOf('/providers/') + '/providers/'.length)
    .split('/')
    .filter((part) => !part.startsWith('{'))
    .join('/')
    .toLowerCase();

it('Names on its page what of it Local Azure does not serve', () => {
  const served = new Set(routes.filter(([method]) => method === 'PUT').map(([, path]) => typeOf(path)));
  const types = [...new Set(template.resources.map(({ type }) => type))].toSorted();
  const missing = types.filter((type) => !served.has(type.toLowerCase()));
  const page = readFileSync(new URL('../deploy/README.md', import.meta.url), 'utf8');
  expect([...page.matchAll(/^- `(Microsoft\.[\w./]+)`$/gm)].map(([, type]) => type)).toEqual(missing);
});
