// How long the programs need until they are ready, each started by itself on a world that is already on disk.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/free-port.mjs';
import { measured, ms } from '../lib/measurement.mjs';
import { own } from '../lib/own.mjs';

export const rounds = 5;

async function startToReady(start) {
  const began = performance.now();
  const program = start();
  own(program.child);
  const answer = await program.ready;
  return { took: performance.now() - began, program, answer };
}

/** Starts both and ends them again; answers how long each took. */
async function startBoth({ startLocalAzure, startBff }, data) {
  const [azurePort, bffPort] = [await freePort(), await freePort()];
  const localAzure = await startToReady(() => startLocalAzure({ port: azurePort, data }));
  const bff = await startToReady(() => startBff({ port: bffPort, data, azure: localAzure.answer }));
  await bff.program.stop();
  await localAzure.program.stop();
  return { localAzure: localAzure.took, bff: bff.took };
}

export async function measure({ version }) {
  const data = mkdtempSync(join(tmpdir(), 'tresor-bench-starts-'));
  try {
    const first = await startBoth(version, data);
    const later = await startBoth(version, data);
    return [
      measured('Local Azure: start to ready, default world', later.localAzure, {
        as: ms,
        atMost: 800,
        beside: `first start, seeding it: ${ms(first.localAzure)}`,
      }),
      measured('BFF: start to ready', later.bff, { as: ms, atMost: 1000 }),
    ];
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
