import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../src/http/recorder';
import { checkTraffic } from './check-traffic';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const animal = {
  discriminator: 'kind',
  required: ['kind', 'id'],
  properties: { kind: { type: 'string' }, id: { type: 'string', readOnly: true }, age: { type: 'integer', format: 'int32' } },
};
const zoo = {
  host: 'management.azure.com',
  paths: {
    '/subscriptions/{subscriptionId}/animals/{name}': {
      parameters: [{ name: 'name', in: 'path', type: 'string', maxLength: 8 }],
      put: {
        operationId: 'Animals_Put',
        parameters: [{ name: 'body', in: 'body', required: true, schema: { $ref: '../common/animals.json#/definitions/Animal' } }],
        responses: { 200: { schema: { $ref: '../common/animals.json#/definitions/Animal' } }, default: {} },
      },
    },
  },
};
const animals = {
  definitions: {
    Animal: animal,
    Bird: { 'x-ms-discriminator-value': 'bird', allOf: [{ $ref: '#/definitions/Animal' }], properties: { wings: { type: 'integer' } } },
  },
};

const put: RecordedExchange = {
  method: 'PUT',
  hostname: 'management.azure.com',
  path: '/SUBSCRIPTIONS/s1//Animals/tweety',
  query: [['api-version', '2030-01-01']],
  requestHeaders: {},
  requestBody: { kind: 'bird', wings: 2 },
  status: 200,
  answerHeaders: {},
  answerBody: { kind: 'bird', id: '1', wings: 2 },
};

function judge(...exchanges: RecordedExchange[]) {
  write('specification/zoo/zoo.json', JSON.stringify(zoo));
  write('specification/common/animals.json', JSON.stringify(animals));
  write('traffic/one.ndjson', exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join(''));
  return checkTraffic(join(folder, 'specification'), join(folder, 'traffic'));
}

const faultsOf = (...exchanges: RecordedExchange[]) =>
  String(judge(...exchanges))
    .split('\nInvalid:\n')[1]
    ?.split('\n')
    .map((line) => line.trim()) ?? [];

describe('recorded traffic', () => {
  it('is valid when it fits, whatever the case of the path, the version and the file a schema stands in', () => {
    const report = judge(put);
    expect(report.isClean).toBe(true);
    expect(String(report)).toMatch(/Animals_Put +1 +1 +0 +0/);
  });

  it('is invalid when an answer lacks what only the service can know', () => {
    expect(faultsOf({ ...put, answerBody: { kind: 'bird' } })).toEqual(['Animals_Put: answer body  lacks id (1 ×)']);
  });

  it('is judged by the subclass that the discriminator names', () => {
    expect(faultsOf({ ...put, requestBody: { kind: 'bird', wings: 'two' } })).toEqual([
      'Animals_Put: request body /wings must be integer (is "two") (1 ×)',
    ]);
    expect(faultsOf({ ...put, answerBody: { kind: 'fish', id: '1' } })).toEqual([
      'Animals_Put: answer body /kind is "fish", none of the known words (1 ×)',
    ]);
  });

  it('may hold no member that the files do not name', () => {
    expect(faultsOf({ ...put, answerBody: { kind: 'bird', id: '1', wing: 2 } })).toEqual([
      'Animals_Put: answer body /wing is unknown (1 ×)',
    ]);
  });

  it('may not use names, parameters or statuses that the files do not foresee', () => {
    expect(
      faultsOf({ ...put, path: '/subscriptions/s1/animals/a-long-name', query: [['color', 'red']], status: 202, answerBody: undefined }),
    ).toEqual([
      'Animals_Put: path name must NOT have more than 8 characters (is "a-long-name") (1 ×)',
      'Animals_Put: query color is unknown (1 ×)',
      'Animals_Put: status  202 is not foreseen (1 ×)',
    ]);
  });

  it('may hold a wrong request when it was refused', () => {
    expect(faultsOf({ ...put, requestBody: { wings: 'two' }, status: 400, answerBody: undefined })).toEqual([]);
  });

  it('is counted apart when the files know no such operation', () => {
    const report = judge(put, { ...put, method: 'DELETE' });
    expect(report.isClean).toBe(true);
    expect(String(report)).toContain('Not covered by the files:\n  DELETE /SUBSCRIPTIONS/…/Animals/… (1 ×)');
  });
});
