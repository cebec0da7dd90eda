// All 10,000 backup items of a large company in one answer, and what of it the machines cost that each is looked up with.
import * as z from 'zod';
import { load } from '../lib/load.mjs';
import { measured, ms } from '../lib/measurement.mjs';
import { cpuMs } from '../lib/processes.mjs';

export const rounds = 2;

const TIMES = 5;

const ITEMS = `recoveryservicesresources
| where type =~ 'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems'
| where properties.backupManagementType =~ 'AzureIaasVM'`;

const MACHINES = `
| extend vmKey = tolower(tostring(properties.sourceResourceId))
| join kind=leftouter (
    resources
    | where type in~ ('microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines')
    | project vmKey = tolower(id), standing = id
  ) on vmKey`;

const COLUMNS = `
| order by tolower(tostring(properties.friendlyName)) asc, id asc`;

/** How long Local Azure takes for the first page of a question that it has not been asked before, in its own CPU time. */
async function costOf(stage, query) {
  const headers = {
    authorization: stage.proxy.armToken,
    'x-forwarded-host': 'management.azure.com',
    'x-forwarded-proto': 'https',
    'content-type': 'application/json',
  };
  const before = cpuMs(stage.azurePid);
  await load({
    connections: 1,
    count: TIMES,
    next: (n) => ({
      url: `${stage.azure.url}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`,
      method: 'POST',
      headers,
      body: JSON.stringify({ query: `${query}\n// ${n} ${performance.now()}` }),
    }),
  });
  return (cpuMs(stage.azurePid) - before) / TIMES;
}

async function answerOf(stage, headers) {
  const before = cpuMs(stage.azurePid) + cpuMs(stage.bffPid);
  const asked = performance.now();
  const answer = await fetch(`${stage.url}/api/items`, { headers });
  if (!answer.ok) throw new Error(`the items answered ${answer.status}`);
  const items = z.array(z.unknown()).parse(await answer.json());
  return { took: performance.now() - asked, cpu: cpuMs(stage.azurePid) + cpuMs(stage.bffPid) - before, count: items.length };
}

export async function measure(bench) {
  const stage = await bench.ownStage({ seed: 'nightly', standing: true });
  try {
    const headers = await bench.headersFor(stage.url);
    const { took, cpu, count } = await answerOf(stage, headers);
    const alone = `${ITEMS}\n| project id, properties, standing = id${COLUMNS}`;
    const joined = `${ITEMS}${MACHINES}\n| project id, properties, standing${COLUMNS}`;
    await costOf(stage, alone);
    await costOf(stage, joined);
    const [without, withMachines] = [await costOf(stage, alone), await costOf(stage, joined)];
    const share = (withMachines - without) / cpu;
    return [
      measured(`all backup items: answer`, took, { as: ms, beside: `${count.toLocaleString('en')} items of 16,700 machines` }),
      measured('all backup items: share of looking up their machines', share, {
        as: (value) => `${Math.round(value * 100)} %`,
        atMost: 0.2,
        beside: `CPU of the answer ${ms(cpu)}; of Local Azure for a first page ${ms(withMachines)}, without the machines ${ms(without)}`,
      }),
    ];
  } finally {
    await stage.stop();
  }
}
