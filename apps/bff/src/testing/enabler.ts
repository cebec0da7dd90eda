import { randomUUID } from 'node:crypto';
import { protectionBatch, type ProtectionBatch } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { expect } from 'vitest';
import { IGNITE } from './contoso-places';
import type { Contoso } from './start-contoso';
import type { TestServer } from './start-test-server';

interface Asked {
  person?: string;
  batchId?: string;
  policyName?: string;
  edition?: Edition;
  server?: TestServer;
}

/** Between two tries the server lets real time pass, however often it is asked. */
const PATIENCE_MS = 30_000;
/** The list of jobs is that of the last day. */
const MOST_MINUTES = 1_300;

export const finished = ({ finished }: ProtectionBatch) => finished;
export const states = ({ results }: ProtectionBatch) => Object.fromEntries(results.map(({ vmName, state }) => [vmName, state]));

/** Enables machines in the vault of the article and watches what comes of it, as the page does. */
export function enabler(contoso: () => Contoso) {
  const putBatch = (vmIds: string[], asked: Asked = {}) => {
    const { person = 'adele', batchId = randomUUID(), policyName = 'DefaultPolicy', edition = '2017-01', server } = asked;
    const body = JSON.stringify({ edition, policyName, vmIds });
    return contoso().as(person, `${IGNITE}/protection/${batchId}`, { method: 'PUT', body }, server);
  };

  async function enable(vmIds: string[], asked: Asked = {}): Promise<ProtectionBatch> {
    const response = await putBatch(vmIds, asked);
    expect(response.status).toBe(202);
    return protectionBatch.parse(await response.json());
  }

  async function read(batchId: string, { person = 'adele', server }: Asked = {}): Promise<ProtectionBatch> {
    const response = await contoso().as(person, `${IGNITE}/protection/${batchId}`, {}, server);
    return protectionBatch.parse(await response.json());
  }

  async function retry(batchId: string, { person = 'adele', server }: Asked = {}): Promise<void> {
    const response = await contoso().as(person, `${IGNITE}/protection/${batchId}/retry`, { method: 'POST' }, server);
    expect(response.status).toBe(202);
  }

  /** Lets time pass and looks until the batch is as wanted. */
  async function watch(
    batchId: string,
    wanted: (batch: ProtectionBatch) => boolean,
    asked: Asked & { minutes?: number } = {},
  ): Promise<ProtectionBatch> {
    const began = performance.now();
    const step = asked.minutes ?? 0.1;
    for (let passed = 0; performance.now() - began < PATIENCE_MS; passed += step) {
      const batch = await read(batchId, asked);
      if (wanted(batch)) return batch;
      if (passed < MOST_MINUTES) contoso().azure.advance(step * 60_000);
    }
    throw new Error(`the batch stayed as ${JSON.stringify(await read(batchId, asked))}`);
  }

  return { putBatch, enable, read, retry, watch };
}
