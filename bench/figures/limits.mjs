// What becomes of the programs where there is little: 256 MB of heap with 10,000 machines, and 256 file descriptors with 400 connections.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { subscriptionList, vaultList } from '../lib/answers.mjs';
import { load, send } from '../lib/load.mjs';
import { held, mib } from '../lib/measurement.mjs';
import { residentMiB } from '../lib/processes.mjs';

export const rounds = 1;

const HEAP_MB = 256;
const DESCRIPTORS = 256;
const CONNECTIONS = 400;
/** Until the programs have noticed who came or went, and the BFF asks Azure again for what it has read before. */
const SETTLE_MS = 1_500;

const isAlive = ({ exitCode, signalCode }) => exitCode === null && signalCode === null;

/** Opens the connections and keeps them; answers how many of them were closed again. */
async function flood(port, during) {
  const sockets = Array.from({ length: CONNECTIONS }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  await Promise.all(sockets.map((socket) => Promise.race([once(socket, 'connect'), once(socket, 'close')])));
  await wait(SETTLE_MS);
  const answer = await during();
  const refused = sockets.filter((socket) => socket.destroyed || socket.readableEnded).length;
  for (const socket of sockets) socket.destroy();
  return { refused, answer };
}

async function manyAnswers(stage, headers) {
  const ask = async (path) => (await fetch(`${stage.url}/api${path}`, { headers })).json();
  const [subscriptions, vaults] = [subscriptionList.parse(await ask('/subscriptions')), vaultList.parse(await ask('/vaults'))];
  const lists = [
    ...subscriptions.map(({ subscriptionId }) => `/subscriptions/${subscriptionId}/virtual-machines`),
    ...vaults.map(({ subscriptionId, resourceGroup, name }) => `/vaults/${subscriptionId}/${resourceGroup}/${name}/items`),
    '/items',
  ];
  return load({ connections: 16, count: 20 * lists.length, next: (n) => ({ url: `${stage.url}/api${lists[n % lists.length]}`, headers }) });
}

async function underFlood(name, pid, port, stage, headers) {
  execFileSync('prlimit', [`--pid=${pid}`, `--nofile=${DESCRIPTORS}`]);
  const ask = async (agent) => (await send(agent, `${stage.url}/api/vaults`, { headers }).catch(({ code }) => ({ status: code }))).status;
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(kept);
  const { refused, answer } = await flood(port, () => ask(kept));
  kept.destroy();
  await wait(SETTLE_MS);
  const after = await ask(new Agent());
  return held(
    `${name}: ${CONNECTIONS} connections with ${DESCRIPTORS} file descriptors`,
    refused > 0 && answer === 200 && after === 200,
    `${refused} refused`,
    'serves those it has, and all again afterwards',
    `${answer} meanwhile, ${after} afterwards`,
  );
}

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'large', standing: true, nodeOptions: [`--max-old-space-size=${HEAP_MB}`] });
  try {
    const headers = await bench.headersFor(stage.url);
    const { sent } = await manyAnswers(stage, headers);
    const alive = stage.children.every(isAlive);
    const memory = alive ? `BFF ${mib(residentMiB(stage.bffPid))}, Local Azure ${mib(residentMiB(stage.azurePid))}` : 'ended';
    return [
      held(`heap of ${HEAP_MB} MB, 10,000 VMs, 16 lists at once`, alive, memory, 'both go on', `${sent} answers`),
      await underFlood('BFF', stage.bffPid, Number(new URL(stage.url).port), stage, headers),
      await underFlood('Local Azure', stage.azurePid, Number(new URL(stage.azure.url).port), stage, headers),
    ];
  } finally {
    await stage.stop();
  }
}
