import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readBack } from './read-back.mjs';

const { scripts }: { scripts: Record<string, string> } = readBack(readFileSync('package.json', 'utf8'));
const ours = Object.entries(scripts).flatMap(([name, command]) => {
  const [, file] = /^node (\S+)$/.exec(command) ?? [];
  return file === undefined ? [] : [{ name, file }];
});

it.each(ours)('npm run $name says in one sentence that it does not know an option', ({ file }) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, '--no-such-option'], { encoding: 'utf8' });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toMatch(/^Tresor: Unknown option '--no-such-option'\. (Known: --.+|Known: <.+|This command takes none)\.\n$/);
});
