import type { Mentions } from '../providers/resource-graph/kql/mentions';
import { parseQuery } from '../providers/resource-graph/kql/parse-query';
import { runQuery, type Source } from '../providers/resource-graph/kql/run-query';
import { atOnce } from '../world/time/slices';

const machines = [
  {
    id: '/VM/1',
    name: 'DBVM1',
    type: 'vm',
    location: 'westeurope',
    properties: { os: 'Windows', disks: [{ gib: 128 }, { gib: 512 }], agent: null },
  },
  { id: '/vm/2', name: 'dbvm2', type: 'vm', location: 'northeurope', properties: { os: 'Linux', disks: [], 'odd name': 7 } },
  { id: '/vm/3', name: 'Web-VM3', type: 'vm', location: 'westeurope', properties: { os: 'Linux', disks: [{ gib: 64 }] } },
];
const items = [
  { id: '/item/1', type: 'item', source: '/vm/1', state: 'Protected' },
  { id: '/item/9', type: 'item', source: '/vm/9', state: 'Protected' },
];

/** What a query said it would ask for, of each table that it read. */
export const asked: (ReadonlySet<string> | undefined)[] = [];
export const mentioned: (Mentions | undefined)[] = [];
export const source: Source = function* (table, types, mentions) {
  yield;
  asked.push(types);
  mentioned.push(mentions);
  return table === 'items'
    ? { columns: ['id', 'type', 'source', 'state'], rows: structuredClone(items) }
    : { columns: ['id', 'name', 'type', 'location', 'properties'], rows: structuredClone(machines) };
};

export const rows = (query: string) => atOnce(runQuery(parseQuery(query), source)).rows;
export const names = (query: string) => rows(`${query} | project name`).map(({ name }) => name);
export const valueOf = (expression: string) => rows(`machines | take 1 | project x = ${expression}`)[0]?.['x'];
