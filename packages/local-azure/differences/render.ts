import { endpoints } from '../src/entra/serve';
import { RouteTable } from '../src/http/route-table';
import { routes as keyVaultRoutes } from '../src/key-vault/routes';
import { routes } from '../src/providers';
import { DELAYS } from '../src/world/time/delays';
import { routes as blobRoutes } from '../src/storage/routes';
import type { BlobRoute } from '../src/storage/routes';
import { assumptions } from './assumptions';
import { knownOperations, providerOf } from './known-operations';

import withoutEffect from './without-effect.json' with { type: 'json' };

function grouped(operations: readonly (readonly [method: string, path: string, ...rest: unknown[]])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [method, path] of operations) {
    const provider = providerOf(path);
    groups.set(provider, [...(groups.get(provider) ?? []), `${method} ${path}`]);
  }
  return groups;
}

function blobOperation({ method, of, comp }: BlobRoute): string {
  const path = { account: '/', container: '/{container}', blob: '/{container}/{blob}' }[of];
  const query = [of === 'container' ? 'restype=container' : '', comp === '' ? '' : `comp=${comp}`].filter(Boolean).join('&');
  return query === '' ? `${method} ${path}` : `${method} ${path}?${query}`;
}

const GRAPH = [
  'GET /v1.0/me',
  'GET /v1.0/users/{id}',
  'POST /v1.0/users/{id}/getMemberObjects',
  ...['GET', 'POST'].map((method) => `${method} /v1.0/applications`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1.0/applications/{id}`),
  'POST /v1.0/applications/{id}/addPassword',
  'POST /v1.0/applications/{id}/removePassword',
  ...['GET', 'POST'].map((method) => `${method} /v1.0/applications/{id}/federatedIdentityCredentials`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1.0/applications/{id}/federatedIdentityCredentials/{id or name}`),
  ...['GET', 'POST'].map((method) => `${method} /v1.0/servicePrincipals`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /v1.0/servicePrincipals/{id}`),
  'GET /v1.0/servicePrincipals/{id}/oauth2PermissionGrants',
  ...['GET', 'POST'].map((method) => `${method} /v1.0/servicePrincipals/{id}/appRoleAssignedTo`),
  'DELETE /v1.0/servicePrincipals/{id}/appRoleAssignedTo/{id}',
  ...['GET', 'POST'].map((method) => `${method} /v1.0/oauth2PermissionGrants`),
  ...['PATCH', 'DELETE'].map((method) => `${method} /v1.0/oauth2PermissionGrants/{id}`),
];

/** What is served, by provider and data plane. */
function served(): Map<string, string[]> {
  return new Map([
    ...[...grouped(routes)].toSorted(([one], [other]) => one.localeCompare(other)),
    ['Key Vault data plane', keyVaultRoutes.map(([method, path]) => `${method} ${path}`)],
    ['Blob data plane', blobRoutes.map(blobOperation)],
    ['Microsoft Entra ID', endpoints.map(([method, path]) => `${method} /{tenant}${path}`)],
    ['Microsoft Graph', GRAPH],
  ]);
}

/** What is known and not served, by provider. */
function missing(): Map<string, string[]> {
  const table = new RouteTable(routes);
  return grouped(knownOperations.filter(([method, path]) => !table.match(method, path.split('/').filter(Boolean))));
}

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n');
const section = (title: string, lines: readonly string[]) => `### ${title}\n\n${bullets(lines)}`;
const code = (text: string) => `\`${text}\``;

/** The page on how Local Azure differs from Azure, in Markdown. */
export function renderDifferences(): string {
  const there = served();
  const count = [...there.values()].reduce((sum, lines) => sum + lines.length, 0);
  return `${[
    '# How Local Azure differs from Azure',
    'Written by `npm run docs:differences` from the route tables of `packages/local-azure`; edit those, not this page.',
    '## What answers 501',
    'These operations of Azure are known and not served. Whatever else a provider has that is not listed further down answers 501, too; a provider that is not listed answers 404 `InvalidResourceNamespace`, as Azure does.',
    ...[...missing()].map(([title, lines]) => section(title, lines.map(code))),
    '## What takes effect late',
    'In an unkind world, with the longest time each; chance may choose a shorter one. Where the clock is quickened, so are these.',
    bullets(Object.entries(DELAYS).map(([name, { most, source }]) => `${code(name)}: ${most / 1000} s (${source})`)),
    '## What is assumed',
    'Where neither documentation nor recordings of the service say what it does, this is what Local Azure does, and why.',
    ...Object.entries(assumptions).map(([title, all]) =>
      section(
        title,
        all.map(({ what, why }) => `${what} _${why}_`),
      ),
    ),
    '## What is taken without effect',
    'Members of bodies that are taken, at most shown again, and change nothing: no code of their provider names them. Found in Microsoft’s OpenAPI files; a member stands for all inside it. Neither the portal nor the scripts send or read any of them.',
    ...Object.entries<string[]>(withoutEffect).map(([operation, members]) => `- ${code(operation)}: ${members.map(code).join(', ')}`),
    '## What is served',
    `${count} operations. Paths match in any case; doubled slashes count as one.`,
    ...[...there].map(([title, lines]) => section(title, lines.map(code))),
  ].join('\n\n')}\n`;
}
