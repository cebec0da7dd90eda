import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { globSync } from 'node:fs';
import { expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '..');
/** Types are gone once a file is compiled. */
const STATIC = /^(?:import|export) (?!type\b)[^;]*?from '([^']+)'|^import '([^']+)'/gms;

const importsOf = (file: string) => [...readFileSync(file, 'utf8').matchAll(STATIC)].map(([, from, bare]) => from ?? bare ?? '');

/** Every package that is loaded with a file, before anything asks for more. */
function packagesBehind(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const wanted of importsOf(file)) {
    if (!wanted.startsWith('.')) seen.add(wanted);
    else packagesBehind(globSync(`${join(dirname(file), wanted)}{.ts,/index.ts}`)[0] ?? wanted, seen);
  }
  return seen;
}

const ofOpenTelemetry = (file: string) => [...packagesBehind(join(SOURCES, file))].filter((name) => name.startsWith('@opentelemetry/'));

it('a server that nobody watches loads nothing of OpenTelemetry', () => {
  expect([...packagesBehind(join(SOURCES, 'main.ts'))]).toContain('express');
  expect(ofOpenTelemetry('main.ts')).toEqual([]);
  expect(ofOpenTelemetry('telemetry/sdk/watched-by.ts')).toContain('@opentelemetry/sdk-trace');
});
