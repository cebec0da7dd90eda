#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LOCAL_AZURE_HEAP } from '../../../scripts/heaps.mjs';
import { readyLines } from '../../../scripts/ready-lines.mjs';
import { readBack } from './world/json';

const FILE = 'local-azure/local-azure.sqlite';

const asked = process.argv.slice(2);

const HELP = `local-azure [options]

  --port <number>        plain port (4281; 0: any free one)
  --tls-port <number>    port with TLS (any free one)
  --data <file>          where the state is kept (${FILE})
  --fresh                begin a new world
  --seed <name>          contoso, disaster, retirement, catastrophe, large, greenfield, provider or empty (contoso)
  --speed <number>       minutes that pass in it in a real minute (60)
  --standing             a clock that only the control routes turn
  --control              open the routes below /control
  --unkind <how>         how late what Azure does late is: longest, or the number of a seed (1)
  --kind                 everything takes effect at once, and nobody asks too often
  --no-throttle          only the latter

What it serves, and where it differs from Azure, stands in DIFFERENCES.md.`;

function start(): void {
  const main = fileURLToPath(new URL('main.js', import.meta.url));
  const file = resolve(valueOf('--data') ?? FILE);
  // What is on the command line comes last and wins; paths that are shown are good from every folder.
  const usual = ['--tls-port', '0', ...(asked.includes('--standing') ? [] : ['--speed', '60'])];
  const child = spawn(process.execPath, [...LOCAL_AZURE_HEAP, main, ...usual, ...asked, '--data', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  createInterface({ input: child.stdout }).on('line', (line) => {
    console.log(line.startsWith('{"ready":true') ? readyLines(readBack(line), file) : line);
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

function valueOf(option: string): string | undefined {
  const at = asked.lastIndexOf(option);
  return at < 0 ? asked.find((word) => word.startsWith(`${option}=`))?.slice(option.length + 1) : asked[at + 1];
}

if (asked.includes('--help')) console.log(HELP);
else start();
