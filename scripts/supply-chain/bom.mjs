import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBack } from '../read-back.mjs';
import { root } from '../prepare.mjs';

const withoutAddress = (component) => Object.fromEntries(Object.entries(component).filter(([name]) => name !== 'externalReferences'));

/** What the product is made of (CycloneDX), without the addresses of those who served it to this machine. */
export function withoutHosts(bom) {
  return {
    ...bom,
    metadata: { ...bom.metadata, component: withoutAddress(bom.metadata.component) },
    components: bom.components.map(withoutAddress),
  };
}

/** `more` are parts that npm does not know, such as libraries of the system. */
export function writeSbom(folder = join(root, 'test-results'), more = []) {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'];
  const made = execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
  const file = join(folder, 'sbom.cdx.json');
  mkdirSync(folder, { recursive: true });
  const bom = withoutHosts(readBack(made));
  writeFileSync(file, `${JSON.stringify({ ...bom, components: [...bom.components, ...more] }, null, 2)}\n`);
  return file;
}
