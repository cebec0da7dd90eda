// How long the programs need until they are ready, each started by itself on a world that is already on disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startBff, startLocalAzure } from '../../scripts/product.mjs';
import { own } from '../lib/own.mjs';
import { median } from '../lib/statistics.mjs';
import { ms, row } from '../lib/table.mjs';

const TIMES = 5;

async function startToReady(start) {
  const began = performance.now();
  const program = start();
  own(program.child);
  const answer = await program.ready;
  return { took: performance.now() - began, program, answer };
}

export async function measure() {
  const data = mkdtempSync(join(tmpdir(), 'tresor-bench-starts-'));
  const azurePort = await freePort();
  const bffPort = await freePort();
  const azureStarts = [];
  const bffStarts = [];
  try {
    for (let n = 0; n < TIMES; n++) {
      const localAzure = await startToReady(() => startLocalAzure({ port: azurePort, data }));
      const bff = await startToReady(() => startBff({ port: bffPort, data, azure: localAzure.answer }));
      await bff.program.stop();
      await localAzure.program.stop();
      azureStarts.push(localAzure.took);
      bffStarts.push(bff.took);
    }
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  const [first, ...later] = azureStarts;
  return [
    row(
      'Local Azure: start to ready, default world',
      ms(median(later)),
      '≤ 0.8 s',
      median(later) <= 800,
      `first start, seeding it: ${ms(first)}`,
    ),
    row('BFF: start to ready', ms(median(bffStarts)), '≤ 1 s', median(bffStarts) <= 1000, `median of ${TIMES}`),
  ];
}
