import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { own } from './own.mjs';

const ready = z.object({ port: z.int() });

/** Starts a script that says `{"ready":true,"port":…}` once it listens. */
export async function startServer(script, args) {
  const child = own(spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const [line] = await once(child.stdout, 'data');
  return { pid: child.pid, url: `http://localhost:${ready.parse(JSON.parse(line)).port}`, stop: () => child.kill() };
}

const plainSdkServer = fileURLToPath(new URL('plain-sdk-server.mjs', import.meta.url));

/** A plain SDK call in Express, whose Azure is upstream. */
export const startPlainSdkServer = (upstream, subscriptionId) => startServer(plainSdkServer, [upstream, subscriptionId]);
