// The data of the list of 10,000 virtual machines, as the portal reads it.
import { ms, row } from '../lib/table.mjs';

/** Reads a stream of events and notes when the first and the last page came. */
async function readStream(url, headers) {
  const asked = performance.now();
  const answer = await fetch(url, { headers });
  if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
  let text = '';
  let first;
  for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (first === undefined && text.includes('"rows"') && text.includes('\n\n')) first = performance.now() - asked;
  }
  const pages = text
    .split('\n')
    .filter((line) => line.startsWith('data:') && line.includes('"rows"'))
    .map((line) => JSON.parse(line.slice('data:'.length)));
  return { first, all: performance.now() - asked, rows: pages.reduce((sum, page) => sum + page.rows.length, 0) };
}

export async function measure(bench) {
  const stage = await bench.stage();
  const headers = await bench.headers();
  const url = `${stage.url}/api/subscriptions/${(await bench.vault()).subscriptionId}/virtual-machines`;
  const before = stage.proxy.calls.length;
  const { first, all, rows } = await readStream(url, headers);
  const calls = stage.proxy.calls.length - before;
  const allowed = Math.ceil(rows / 1000) + 3;
  return [
    row(
      'data of the VM list: upstream calls',
      `${calls} for ${rows.toLocaleString('en')} VMs`,
      `≤ ⌈N/1,000⌉ + 3 = ${allowed}`,
      calls <= allowed,
    ),
    row('data of the VM list: time to the first rows', ms(first), '≤ 0.5 s', first <= 500),
    row('data of the VM list: time to all rows', ms(all), '≤ 1.5 s', all <= 1500),
  ];
}
