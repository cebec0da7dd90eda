import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { isRunning } from './is-running.mjs';

const address = (name: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, name)).href);

const NAMES_ITSELF = 'console.log(process.pid); setInterval(() => {}, 1000)';

/** A program that names its process and goes on for good; by itself, and as npm has a shell start it. */
const FOR_GOOD = `[process.execPath, ['-e', '${NAMES_ITSELF}']]`;
const BY_A_SHELL = `['sh', ['-c', '"' + process.execPath + '" -e "${NAMES_ITSELF}"; true']]`;

const PROGRAMS = {
  'runs two others at once': `import { runBeside } from ${address('prepare.mjs')};
    const run = (line) => runBeside(...line, { show: true });
    await Promise.all([run(${FOR_GOOD}), run(${BY_A_SHELL})]);
    await run(${FOR_GOOD});`,
  'hands over to another': `import { handOver } from ${address('node.mjs')};
    await handOver(...${FOR_GOOD});`,
};

it.runIf(process.platform !== 'win32').each(Object.entries(PROGRAMS))(
  'a command that %s ends them when it is ended',
  async (what, code) => {
    const command = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void command.kill('SIGKILL'));
    const started: number[] = [];
    for await (const line of createInterface({ input: command.stdout })) {
      started.push(Number(line));
      if (started.length === (what.includes('two') ? 2 : 1)) break;
    }
    command.kill('SIGTERM');
    const [status] = await once(command, 'exit');
    expect(status).toBe(1);
    await expect.poll(() => started.filter(isRunning)).toEqual([]);
  },
);
