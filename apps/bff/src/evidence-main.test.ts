import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprintOf, pemOf } from '@tresor/contracts/seal';
import { beforeAll, expect, it } from 'vitest';
import { openEvidenceKeys, type EvidenceKeys } from './store/evidence-keys';
import { LOCAL } from './testing/settings';
import { seal } from './workflows/evidence/seal';

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
const LOADER = pathToFileURL(resolve(import.meta.dirname, '../../../scripts/from-source.mjs')).href;
const RECORD = { kind: 'segment', number: 1, firstPosition: 1, lastPosition: 2, hash: '00', closedAt: '', isSound: true } as const;

let keys: EvidenceKeys | undefined;
let file: string;

const opened = (name: string) => openEvidenceKeys({ dataDir: join(folder, name), databaseUrl: undefined, evidenceKey: undefined });

const run = (...args: string[]) => runWith({}, ...args);

function runWith(settings: Record<string, string>, ...args: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', LOADER, join(import.meta.dirname, 'evidence-main.ts'), ...args],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], ...settings } },
  );
  return { status, output: stdout + stderr };
}

function written(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

beforeAll(async () => {
  keys = opened('own');
  file = written('evidence.json', keys ? (await seal(keys, [RECORD, RECORD], new Date(0))).json : '');
});

it('says with one command and no settings whether a file is as it was sealed, and by whom', async () => {
  const [own = ''] = keys?.publicKeys ?? [];
  const known = run('verify', file, '--key', written('key.pem', pemOf(own)));
  expect(known).toEqual({ status: 0, output: expect.stringMatching(/as it was sealed on 1970-01-01T00:00:00.000Z: 2 records/) });
  expect(known.output).toContain(await fingerprintOf(own));
  const open = run('verify', file);
  expect([open.status, open.output.includes('there was no key to compare with')]).toEqual([3, true]);
  const [other = ''] = opened('other')?.publicKeys ?? [];
  expect(run('verify', file, '--key', other)).toMatchObject({
    status: 1,
    output: expect.stringContaining('none of those to compare with'),
  });
});

it('makes the key of several servers where there is none yet', () => {
  const named = join(folder, 'common.pem');
  expect(runWith({ ...LOCAL, TRESOR_EVIDENCE_KEY: named }, 'renew-key').status).toBe(0);
  expect(runWith({ ...LOCAL, TRESOR_EVIDENCE_KEY: named }, 'keys')).toMatchObject({
    status: 0,
    output: expect.stringMatching(/PUBLIC KEY/),
  });
});

it('says what is wrong with one that is not', () => {
  const [own = ''] = keys?.publicKeys ?? [];
  const changed = written('changed.json', readFileSync(file, 'utf8').replace('"lastPosition":2', '"lastPosition":3'));
  expect(run('verify', changed, '--key', own)).toMatchObject({ status: 1, output: expect.stringContaining('Record 1 was changed') });
  expect(run('verify', written('no.json', '{}')).status).toBe(1);
  expect(run('verify', written('bytes.json', Uint8Array.of(0xff, 0xfe))).status).toBe(1);
  expect(run('verify', join(folder, 'nowhere.json')).status).toBe(2);
  expect(run('verify', file, '--key', 'nowhere').status).toBe(2);
});
