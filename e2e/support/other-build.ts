import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HASHED = /-([\w-]{8})\.(?:js|css)$/;

/** The portal as another build of the same sources: all of its hashed files have other names, and the page names them so. Answers its folder. */
export function otherBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tresor-build-'));
  cpSync('apps/portal/dist', folder, { recursive: true, filter: (name) => !/\.(?:br|map)$/.test(name) });
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const hashes = new Map(
    names.flatMap((name) => [HASHED.exec(name)?.[1] ?? []].flat()).map((hash) => [hash, hash.split('').toReversed().join('')]),
  );
  const renamed = (text: string) => text.replaceAll(/(?<=-)[\w-]{8}(?=\.(?:js|css)\b)/g, (hash) => hashes.get(hash) ?? hash);
  for (const name of names) {
    if (!/\.(?:js|css|html|json)$/.test(name)) continue;
    const file = join(folder, name);
    writeFileSync(file, renamed(readFileSync(file, 'utf8')));
    renameSync(file, join(folder, renamed(name)));
  }
  return folder;
}
