import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments } from '../arguments.mjs';
import { problemsOfLock } from './lock-file.mjs';
import { readBack } from '../read-back.mjs';
import { ensureNode, root } from '../prepare.mjs';
import { secretsIn } from './secrets.mjs';

await ensureNode();
readArguments();

const read = (file) => readFileSync(join(root, file), 'utf8');
const allowed = readBack(readFileSync(join(root, 'scripts/supply-chain/allowed-secrets.json'), 'utf8'));
const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 })
  .split('\0')
  .filter(Boolean);
const isText = (file) => !/\.(?:png|ico|woff2?|jpe?g|gif|zip|br|gz)$/i.test(file) && file !== 'package-lock.json';

const problems = [
  ...problemsOfLock(readBack(readFileSync(join(root, 'package-lock.json'), 'utf8'))).map((problem) => `package-lock.json: ${problem}`),
  ...files.filter(isText).flatMap((file) => secretsIn(file, read(file), allowed)),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error('A secret that is none goes into scripts/supply-chain/allowed-secrets.json, with the reason.');
  process.exitCode = 1;
}
