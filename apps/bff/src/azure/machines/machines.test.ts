import { managementGroupName } from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import type { Received, Reply } from '../../testing/loopback-server';
import { startTestAzure, type TestAzure } from '../../testing/open-session';
import { streamMachines } from './machines';

const SUBSCRIPTIONS = Array.from({ length: 1_200 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
const asked = z.object({ query: z.string(), options: z.object({ $skip: z.int() }) });

/** A Resource Graph with so many machines in each subscription. */
const answering =
  (count: number) =>
  ({ body }: Received): Reply => {
    const { query, options } = asked.parse(JSON.parse(body));
    const rows = query.startsWith('resourcecontainers')
      ? SUBSCRIPTIONS.map((subscriptionId) => ({ subscriptionId }))
      : SUBSCRIPTIONS.filter((id) => query.includes(id)).flatMap((id) =>
          Array.from({ length: count }, (_, at) => ({
            id: `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm${at}`,
            name: `vm${at}`,
            type: 'microsoft.compute/virtualmachines',
            location: 'westeurope',
          })),
        );
    return { body: { totalRecords: rows.length, data: rows.slice(options.$skip, options.$skip + 1_000) } };
  };

async function read(azure: TestAzure): Promise<{ machines: string[]; totals: number[] }> {
  const machines: string[] = [];
  const totals = new Set<number>();
  for await (const { total, rows } of await streamMachines(await azure.session('ada'), {
    managementGroup: managementGroupName.parse('root'),
  })) {
    totals.add(total);
    machines.push(
      ...z
        .array(z.looseObject({ id: z.string() }))
        .parse(JSON.parse(rows.toString()))
        .map(({ id }) => id),
    );
  }
  return { machines, totals: [...totals] };
}

it('the machines of a management group with very many subscriptions are all there, by queries that Azure takes', async () => {
  await using azure = await startTestAzure(answering(1));
  const { machines, totals } = await read(azure);
  expect([new Set(machines).size, machines.length, totals]).toEqual([1_200, 1_200, [1_200]]);
  const lengths = azure.azure.received.map(({ body }) => asked.parse(JSON.parse(body)).query.length);
  expect(Math.max(...lengths)).toBeLessThan(30_000);
});

it('they come part after part, each in the order of its own pages', async () => {
  await using azure = await startTestAzure(answering(3));
  const { machines } = await read(azure);
  expect(machines).toHaveLength(3_600);
  expect(machines).toEqual(machines.toSorted());
});
