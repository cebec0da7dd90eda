import { managementGroupName } from '@tresor/contracts';
import { expect, it } from 'vitest';
import * as z from 'zod';
import type { Received, Reply } from '../../testing/loopback-server';
import { startTestAzure } from '../../testing/open-session';
import { streamMachines } from './machines';

const SUBSCRIPTIONS = Array.from({ length: 1_200 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
const asked = z.object({ query: z.string(), options: z.object({ $skip: z.int() }) });

/** A Resource Graph with a machine in each subscription. */
function answer({ body }: Received): Reply {
  const { query, options } = asked.parse(JSON.parse(body));
  const rows = query.startsWith('resourcecontainers')
    ? SUBSCRIPTIONS.map((subscriptionId) => ({ subscriptionId }))
    : SUBSCRIPTIONS.filter((id) => query.includes(id)).map((id) => ({
        id: `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`,
        name: 'vm',
        type: 'microsoft.compute/virtualmachines',
        location: 'westeurope',
      }));
  return { body: { totalRecords: rows.length, data: rows.slice(options.$skip, options.$skip + 1_000) } };
}

it('the machines of a management group with very many subscriptions are all there, by queries that Azure takes', async () => {
  await using azure = await startTestAzure(answer);
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
  expect([new Set(machines).size, machines.length, [...totals]]).toEqual([1_200, 1_200, [1_200]]);
  const lengths = azure.azure.received.map(({ body }) => asked.parse(JSON.parse(body)).query.length);
  expect(Math.max(...lengths)).toBeLessThan(30_000);
});
