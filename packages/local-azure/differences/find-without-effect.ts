import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Specification } from '../conformance/specification';
import type { Operation, Piece } from '../conformance/specification';
import { keyOf, Subclasses } from '../conformance/subclasses';
import { RouteTable } from '../src/http/route-table';
import { routes as keyVaultRoutes } from '../src/key-vault/routes';
import { routes } from '../src/providers';
import { OF_DISKS, OF_EXTENSIONS, OF_MACHINES } from '../src/providers/compute/unserved-members';
import { OF_INTERFACES, OF_NETWORKS } from '../src/providers/network/unserved-members';
import { OF_VAULTS } from '../src/providers/recovery-services/vaults/vaults';
import { OF_ACCOUNTS, OF_CONTAINERS } from '../src/providers/storage/unserved-members';
import { own } from '../src/world/own';
import { record, recordOrNone } from '../src/world/json';
import { providerOf } from './known-operations';

const source = (folder: string) => fileURLToPath(new URL(`../src/${folder}`, import.meta.url));

/** Where what a provider is sent may be read: in its own folder, and where the world and the backup of it are. */
const foldersOf: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Authorization': ['providers/authorization'],
  'Microsoft.Compute': ['providers/compute', 'providers/recovery-services'],
  'Microsoft.Insights': ['providers/insights'],
  'Microsoft.KeyVault': ['providers/key-vault', 'providers/compute', 'providers/recovery-services', 'providers/resources', 'key-vault'],
  'Microsoft.Network': ['providers/network', 'providers/compute'],
  'Microsoft.RecoveryServices': ['providers/recovery-services'],
  'Microsoft.ResourceGraph': ['providers/resource-graph'],
  'Microsoft.Resources': ['providers/resources'],
  'Microsoft.Storage': ['providers/storage', 'providers/recovery-services', 'storage'],
  'Key Vault data plane': ['key-vault'],
};

/** Members whose presence is refused, so that nothing inside them is ever taken, or of which nothing is kept. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Compute': [...OF_MACHINES, ...OF_EXTENSIONS, ...OF_DISKS],
  // Of what is referred to the id alone is kept, as in Azure.
  'Microsoft.Network': [
    ...OF_INTERFACES,
    ...OF_NETWORKS,
    'properties.networkSecurityGroup.properties',
    'properties.ipConfigurations[].properties.subnet.properties',
    'properties.ipConfigurations[].properties.publicIPAddress.properties',
    'properties.ipConfigurations[].properties.publicIPAddress.extendedLocation',
    'properties.subnets[].properties.networkSecurityGroup.properties',
  ],
  'Microsoft.RecoveryServices': ['properties.encryption', ...OF_VAULTS],
  'Microsoft.Storage': [...OF_ACCOUNTS, ...OF_CONTAINERS],
  // Symmetric keys, by their type; policies of release, as no key can be exported.
  'Key Vault data plane': ['key.k', 'release_policy'],
};

/** Bodies by operation, and in each the members that nothing reads, as paths. */
type WithoutEffect = Record<string, string[]>;

/** Finds members of bodies that are taken and that no code could read, because it never names them. A parent that nothing reads stands for all in it. */
class Finder {
  readonly #specification: Specification;
  readonly #subclasses: Subclasses;

  constructor(specification: Specification) {
    this.#specification = specification;
    this.#subclasses = new Subclasses(specification);
  }

  unread(body: Piece, words: ReadonlySet<string>, refusals: readonly string[]): string[] {
    const isTaken = (member: string) =>
      !refusals.some((one) => member === one || member.startsWith(`${one}.`) || member.startsWith(`${one}[`));
    return [...new Set(this.#schema(body, words, '', []))].filter(isTaken).toSorted();
  }

  #schema(used: Piece, words: ReadonlySet<string>, place: string, above: readonly string[]): string[] {
    const schema = this.#specification.follow(used);
    if (above.includes(keyOf(schema))) return [];
    const inside = [...above, keyOf(schema)];
    if (schema.value['items'] !== undefined) return this.#schema(this.#specification.part(schema, 'items'), words, `${place}[]`, inside);
    const isKnown = (word: string) => words.has(word) || word.split('.').every((part) => words.has(part));
    const variants = this.#subclasses.variants(schema);
    const relevant = variants.length === 1 ? variants : variants.filter(({ value, piece }) => piece === schema || isKnown(value));
    const chains = relevant.flatMap(({ piece }) => this.#subclasses.chain(piece));
    return chains.flatMap((piece) => this.#members(piece, words, place, inside));
  }

  #members(schema: Piece, words: ReadonlySet<string>, place: string, above: readonly string[]): string[] {
    return Object.keys(record(schema.value['properties'])).flatMap((name) => {
      const member = this.#specification.part(schema, 'properties', name);
      if (member.value['readOnly'] === true || this.#specification.follow(member).value['readOnly'] === true) return [];
      const here = place === '' ? name : `${place}.${name}`;
      return words.has(name) ? this.#schema(member, words, here, above) : [here];
    });
  }
}

function served(): (operation: Operation) => string | undefined {
  const tables = { management: new RouteTable(routes), 'key vault': new RouteTable(keyVaultRoutes) };
  return ({ plane, method, path }) => {
    if (plane === 'blobs') return undefined;
    const segments = path.split('?')[0]?.split('/').filter(Boolean) ?? [];
    const found = tables[plane].match(
      method,
      segments.map((segment) => segment.replaceAll(/[{}]/g, '')),
    );
    if (!found) return undefined;
    return plane === 'management' ? providerOf(path) : 'Key Vault data plane';
  };
}

/** Every member of every body that Local Azure takes and nothing reads, by the OpenAPI files of a folder. */
export function findWithoutEffect(folder: string): WithoutEffect {
  const specification = new Specification(folder);
  const finder = new Finder(specification);
  const providerOfServed = served();
  const found = specification.operations.flatMap((operation): [string, string[]][] => {
    const provider = providerOfServed(operation);
    const body = operation.parameters.find(({ value }) => value['in'] === 'body');
    if (provider === undefined || !body || !recordOrNone(body.value['schema'])) return [];
    const words = wordsOfCode(...['world', 'arm', ...(own(foldersOf, provider) ?? [])].map(source));
    const members = finder.unread(specification.part(body, 'schema'), words, own(refused, provider) ?? []);
    return members.length === 0 ? [] : [[`${operation.method} ${operation.path}`, members]];
  });
  return Object.fromEntries(found.toSorted(([one], [other]) => one.localeCompare(other)));
}

const isCode = (file: string): boolean => /\.(?:ts|tsx|mjs)$/.test(file) && !/(?:\.test|\.fixture|testing)\.ts$/.test(file);

const withoutComments = (code: string): string => code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

/** Every name and word of the code below some folders, comments and tests aside. */
export function wordsOfCode(...folders: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isCode)) {
      for (const [word] of withoutComments(readFileSync(join(folder, file), 'utf8')).matchAll(/[A-Za-z_$][\w.$-]*/g)) {
        words.add(word);
        for (const part of word.split('.')) words.add(part);
      }
    }
  }
  return words;
}
