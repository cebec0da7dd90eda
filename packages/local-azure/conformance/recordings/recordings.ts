import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record, text } from '../../src/world/json';

/** An answer that the real service was recorded to send. */
export interface Recorded {
  /** The folder that names the service, and the operation. */
  operation: string;
  headers: readonly string[];
  body: unknown;
  year: number;
}

function* linesOf(folder: string): Generator<[file: string, line: string]> {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'))) {
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) if (line !== '') yield [file.replaceAll('\\', '/'), line];
  }
}

/** What was read with success, by operation. Flows repeat what the single exchanges hold. */
export function readRecorded(folder: string): Map<string, Recorded[]> {
  const found = new Map<string, Recorded[]>();
  for (const [file, line] of linesOf(folder)) {
    const exchange = record(JSON.parse(line));
    const service = file.split('/').at(-2) ?? '';
    if (service === 'flows' || exchange['method'] !== 'GET' || exchange['status'] !== 200) continue;
    const operation = `${service}/${text(exchange['operation']) ?? ''}`;
    const year = new Date(text(exchange['recorded']) ?? 0).getUTCFullYear();
    const headers = Object.keys(record(exchange['headers']));
    found.set(operation, [...(found.get(operation) ?? []), { operation, headers, body: exchange['body'], year }]);
  }
  return found;
}
