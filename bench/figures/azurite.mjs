// Azurite's blob service on the same machine in the same run: the installed one, else the one that npm fetches.
import { spawn, spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../scripts/prepare.mjs';
import { freePort } from '../../scripts/free-port.mjs';
import { load } from '../lib/load.mjs';
import { own } from '../lib/own.mjs';

/** The account every Azurite comes with; its key is published and protects nothing. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const BODY = JSON.stringify({ location: 'westeurope', properties: { text: 'x'.repeat(200) } });

/** An account SAS for containers and blobs, good for an hour. */
function accountSas() {
  const sas = { sv: '2020-08-04', ss: 'b', srt: 'sco', sp: 'rwc', se: `${new Date(Date.now() + 3_600_000).toISOString().slice(0, 19)}Z` };
  const text = [ACCOUNT, sas.sp, sas.ss, sas.srt, '', sas.se, '', '', sas.sv, ''].join('\n');
  const sig = createHmac('sha256', Buffer.from(KEY, 'base64')).update(text).digest('base64');
  return new URLSearchParams({ ...sas, sig }).toString();
}

const PACKAGE = 'azurite@3.35.0';
/** Fetching it takes half a minute the first time. */
const FETCH_WITHIN = 180_000;

/** Path of the program: installed, or fetched. */
function findAzurite() {
  const installed = join(root, 'node_modules/.bin/azurite-blob');
  if (existsSync(installed)) return installed;
  const asked = ['exec', '--yes', '--package', PACKAGE, '-c', 'command -v azurite-blob'];
  const { status, stdout } = spawnSync('npm', asked, { cwd: tmpdir(), encoding: 'utf8', timeout: FETCH_WITHIN });
  if (status !== 0) throw new Error('Azurite is not installed and cannot be fetched');
  return stdout.trim();
}

/** @returns {Promise<void>} */
function started(child) {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.includes('successfully listens') && resolve());
    child.once('exit', () => reject(new Error('Azurite ended before it was ready')));
  });
}

/** Requests a second for GET and PUT of a blob. */
export async function measureAzurite({ connections, seconds }) {
  const program = findAzurite();
  const data = mkdtempSync(join(tmpdir(), 'tresor-bench-azurite-'));
  const port = await freePort();
  const child = own(spawn(program, ['--blobPort', `${port}`, '--location', data, '--disableTelemetry']));
  try {
    await started(child);
    const container = `http://127.0.0.1:${port}/${ACCOUNT}/bench`;
    const sas = accountSas();
    const headers = { 'x-ms-blob-type': 'BlockBlob', 'content-type': 'application/json' };
    await load({ connections: 1, count: 1, next: () => ({ url: `${container}?restype=container&${sas}`, method: 'PUT' }) });
    const writes = await load({
      connections,
      seconds,
      next: (n) => ({ url: `${container}/blob-${n % 500}?${sas}`, method: 'PUT', headers, body: BODY }),
    });
    const reads = await load({ connections, seconds, next: () => ({ url: `${container}/blob-0?${sas}` }) });
    return { reads, writes };
  } finally {
    child.kill();
    rmSync(data, { recursive: true, force: true });
  }
}
