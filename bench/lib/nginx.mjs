// nginx as one process of ours, in a folder of its own: no daemon, no user of its own, nothing below /etc or /var.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../scripts/free-port.mjs';
import { isListening } from '../../scripts/product.mjs';
import { own } from './own.mjs';

const READY_WITHIN_MS = 10_000;
const TEMPORARY = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** Where it is; for most people outside of the path. */
export function findNginx() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((path) => existsSync(path));
}

const fileOf = (start) => `${start}.json`;

/** What is not answered with a file is passed on, over connections that are kept, and never by way of a disk. */
const configOf = (folder, port, onward, starts) => `
daemon off;
master_process off;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  ${TEMPORARY.map((name) => `${name}_temp_path ${folder}/${name};`).join('\n  ')}
  default_type application/json;
  sendfile on;
  keepalive_requests 1000000;
  upstream onward {
    server ${new URL(onward).host.replace('localhost', '127.0.0.1')};
    keepalive 128;
    keepalive_requests 1000000;
  }
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    ${starts.map((start) => `location ~ /vaults/${start}- { try_files /${fileOf(start)} =404; }`).join('\n    ')}
    location / {
      proxy_pass http://onward;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_buffers 64 32k;
      proxy_max_temp_file_size 0;
    }
  }
}
`;

async function untilReady(child, port) {
  const giveUp = performance.now() + READY_WITHIN_MS;
  while (performance.now() < giveUp && child.exitCode === null) {
    if (await isListening(port)) return;
    await wait(20);
  }
  throw new Error('nginx did not start');
}

/** Passes everything on to the address, except lists of vaults whose name begins with one of `answers`: those it answers itself. */
export async function startNginx(program, onward, answers = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tresor-bench-nginx-'));
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  writeFileSync(config, configOf(folder, port, onward, Object.keys(answers)));
  for (const [start, answer] of Object.entries(answers)) writeFileSync(join(folder, fileOf(start)), answer);
  const child = own(spawn(program, ['-p', folder, '-c', config, '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'inherit'] }));
  await untilReady(child, port);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
