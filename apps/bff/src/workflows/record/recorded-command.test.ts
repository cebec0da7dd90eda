import { createHttpHeaders, createPipelineRequest, type HttpMethods } from '@azure/core-rest-pipeline';
import { expect, it } from 'vitest';
import type { AzureSession } from '../../azure/connection/azure';
import { memoryStores } from '../../testing/memory/stores';
import { RecordedCommand } from './recorded-command';

type Answer = [method: HttpMethods, path: string, status: number, headers?: Record<string, string>];

const GOES_ON = { 'azure-asyncoperation': 'https://management.azure.com/operations/1' };

/** What is known to be changed after Azure has answered so. */
async function changedBy(...answers: Answer[]): Promise<string[]> {
  const azure: AzureSession = Object.assign(Object.create(null), { user: 'contoso/adele', now: () => new Date() });
  const place = { commandId: 'id', scope: '/vault', journey: null };
  const { commands } = memoryStores();
  const command = new RecordedCommand({ commands, report: () => undefined, azure, place, begin: async () => true });
  for (const [method, path, status, headers] of answers) {
    const request = createPipelineRequest({
      url: path.startsWith('/') ? `https://management.azure.com${path}?api-version=1` : path,
      method,
    });
    await command.send(async () => ({ request, status, headers: createHttpHeaders(headers) }));
  }
  return command.changed;
}

it.each<[string, Answer[], string[]]>([
  ['what was refused', [['PUT', '/a', 403]], []],
  [
    'what was done at once',
    [
      ['PUT', '/a', 201],
      ['PUT', '/b', 409],
    ],
    ['/a'],
  ],
  ['what Azure only accepted last', [['PUT', '/a', 202]], []],
  ['what is not over when it is refused in the end', [['PUT', '/a', 201, GOES_ON]], []],
  [
    'what Azure accepted, when the next was begun after it',
    [
      ['PUT', '/a', 202],
      ['PUT', '/b', 403],
    ],
    ['/a'],
  ],
  [
    'what went on, once the next was done',
    [
      ['PUT', '/a', 201, GOES_ON],
      ['PUT', '/b', 200],
    ],
    ['/a', '/b'],
  ],
  [
    'what it made and took away again',
    [
      ['PUT', '/a', 201],
      ['DELETE', '/a', 200],
    ],
    [],
  ],
  ['what it took away', [['DELETE', '/a', 204]], ['/a']],
  [
    'objects of a data plane, without what signs a query',
    [['PUT', 'https://kv.vault.azure.net/secrets/s?sig=x', 200]],
    ['https://kv.vault.azure.net/secrets/s'],
  ],
])('of %s it is known what was changed', async (_, answers, changed) => {
  expect(await changedBy(...answers)).toEqual(changed);
});
