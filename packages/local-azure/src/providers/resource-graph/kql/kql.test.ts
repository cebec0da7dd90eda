import { describe, expect, test } from 'vitest';
import { asked, mentioned, names, rows, source, valueOf } from '../../../testing/queried';
import { atOnce } from '../../../world/time/slices';
import { parseQuery } from './parse-query';
import { runQuery } from './run-query';

describe('a query', () => {
  test('filters by conditions, in any case where the operator says so', () => {
    expect(names("machines | where name =~ 'dbvm1' and location == 'westeurope'")).toEqual(['DBVM1']);
    expect(names("machines | where name !~ 'DBVM1' and not(name contains 'web')")).toEqual(['dbvm2']);
    expect(names("machines | where name in ('dbvm2', 'WEB-VM3')")).toEqual(['dbvm2']);
    expect(names("machines | where name in~ ('DBVM2', 'WEB-VM3')")).toEqual(['dbvm2', 'Web-VM3']);
    expect(names("machines | where name !in~ ('DBVM2', 'WEB-VM3')")).toEqual(['DBVM1']);
    expect(names("machines | where name startswith 'DB' and name endswith 'vm2'")).toEqual(['dbvm2']);
  });

  test('finds whole terms with has, and parts of them with contains', () => {
    expect(names("machines | where name has 'vm3'")).toEqual(['Web-VM3']);
    expect(names("machines | where name has 'db'")).toEqual([]);
    expect(names("machines | where name contains 'db'")).toEqual(['DBVM1', 'dbvm2']);
    expect(names("machines | where name !has 'vm3'")).toEqual(['DBVM1', 'dbvm2']);
  });

  test('reads paths into dynamic values, and null where they lead nowhere', () => {
    expect(valueOf('properties.disks[1].gib')).toBe(512);
    expect(valueOf('properties.disks[7].gib')).toBeNull();
    expect(valueOf("properties['os']")).toBe('Windows');
    expect(valueOf('properties.constructor.name')).toBeNull();
    expect(rows('machines | project properties.os, lower = tolower(name)')[0]).toEqual({ properties_os: 'Windows', lower: 'dbvm1' });
  });

  test('computes scalars', () => {
    expect(valueOf("iff(isempty(properties.agent), 'none', 'some')")).toBe('none');
    expect(valueOf("case(1 > 2, 'a', 2 > 1, 'b', 'c')")).toBe('b');
    expect(valueOf("coalesce(properties.agent, properties.nothing, 'x')")).toBe('x');
    expect(valueOf("tostring(split('a/b/c', '/')[2])")).toBe('c');
    expect(valueOf("strcat('a', 1, true)")).toBe('a1true');
    expect(valueOf('array_length(properties.disks)')).toBe(2);
    expect(valueOf("toint('12') + 7 / 2")).toBe(15);
    expect(valueOf("extract('vm([0-9])', 1, tolower(name))")).toBe('1');
    expect(valueOf("isnotnull(properties.os) and isnull(properties.agent) and isnotempty('x')")).toBe(true);
  });

  test('lets a null differ from everything and equal nothing', () => {
    expect(valueOf("properties.agent == 'x'")).toBe(false);
    expect(valueOf("properties.agent != 'x'")).toBe(true);
  });

  test('joins a left table with what belongs to it, renaming columns of the same name', () => {
    const joined = rows(
      `machines | extend key = tolower(id) | join kind=leftouter (items | project source, state, id) on $left.key == $right.source`,
    );
    expect(joined).toHaveLength(3);
    expect(joined[0]).toMatchObject({ name: 'DBVM1', state: 'Protected', id1: '/item/1' });
    expect(joined[1]).toMatchObject({ name: 'dbvm2', state: null });
    expect(rows('machines | extend source = tolower(id) | join kind=inner (items) on source')).toHaveLength(1);
  });

  test('summarizes groups', () => {
    expect(rows('machines | summarize count(), make_list(name), many = count() by location | order by location asc')).toEqual([
      { location: 'northeurope', count_: 1, list_name: ['dbvm2'], many: 1 },
      { location: 'westeurope', count_: 2, list_name: ['DBVM1', 'Web-VM3'], many: 2 },
    ]);
    expect(rows('machines | summarize systems = make_set(tostring(properties.os))')).toEqual([{ systems: ['Windows', 'Linux'] }]);
    expect(rows('machines | summarize any(name) by tostring(properties.os)')[0]).toEqual({ properties_os: 'Windows', any_name: 'DBVM1' });
    expect(rows("machines | where name == 'nobody' | summarize count()")).toEqual([{ count_: 0 }]);
  });

  test('sorts downwards unless told otherwise, and takes the top', () => {
    expect(names('machines | order by tolower(name)')).toEqual(['Web-VM3', 'dbvm2', 'DBVM1']);
    expect(names('machines | top 1 by tolower(name) asc')).toEqual(['DBVM1']);
    expect(names('machines | sort by location asc, name asc | limit 2')).toEqual(['dbvm2', 'DBVM1']);
  });

  test('expands lists into rows', () => {
    expect(rows('machines | mv-expand disk = properties.disks | project name, size = toint(disk.gib)')).toEqual([
      { name: 'DBVM1', size: 128 },
      { name: 'DBVM1', size: 512 },
      { name: 'dbvm2', size: null },
      { name: 'Web-VM3', size: 64 },
    ]);
  });

  test('counts, removes repetitions, takes columns away', () => {
    expect(rows('machines | count')).toEqual([{ Count: 3 }]);
    expect(rows('machines | distinct location')).toEqual([{ location: 'westeurope' }, { location: 'northeurope' }]);
    expect(Object.keys(rows('machines | project-away prop*, type')[0] ?? {})).toEqual(['id', 'name', 'location']);
  });

  test('may be commented and stretch over lines', () => {
    expect(names('// all of them\nmachines\n| where location == "westeurope" // here\n| where true')).toEqual(['DBVM1', 'Web-VM3']);
  });

  test('tells the source what it is going to ask for', () => {
    mentioned.length = 0;
    rows("machines | where name != '' | project os = tostring(properties.os), properties.disks[0].gib");
    rows('machines | project id | join kind=inner (items) on id');
    rows('machines | extend x = id | project x');
    expect(mentioned[0]).toEqual(
      new Map([
        ['name', [[]]],
        ['os', [[]]],
        ['properties', [['os'], ['disks']]],
      ]),
    );
    expect(mentioned[1]).toBeUndefined();
    expect(mentioned.at(-1)?.has('properties')).toBe(false);
  });

  test('tells the source of a nested query what that one asks for', () => {
    mentioned.length = 0;
    rows('machines | project id, properties | join kind=leftouter (items | project source = id) on $left.id == $right.source | project id');
    rows('machines | join kind=leftouter (items) on id | project properties, state');
    expect(mentioned.map((one) => [...(one ?? [])].map(([name]) => name))).toEqual([
      ['id', 'properties', 'source'],
      ['source', 'id'],
      ['id', 'properties', 'state'],
      ['id', 'properties', 'state'],
    ]);
  });

  test('tells the source which types it is about', () => {
    asked.length = 0;
    rows("machines | where type =~ 'VM' and name != ''");
    rows("machines | where tolower(type) in~ ('VM', 'disk') or type == 'other'");
    rows("machines | where name == 'x' or type == 'vm'");
    expect(asked).toEqual([new Set(['vm']), new Set(['vm', 'disk', 'other']), undefined]);
  });
});

const left = (patterns: string) => Object.keys(rows(`machines | project-away ${patterns} | take 1`)[0] ?? {});

test('columns are kept and taken away by patterns', () => {
  expect(left('*e')).toEqual(['id', 'location', 'properties']);
  expect(left('*a*')).toEqual(['id', 'type', 'properties']);
  expect(left('l*n, prop*ies, id')).toEqual(['name', 'type']);
  expect(left('na*me, t*ype*')).toEqual(['id', 'location', 'properties']);
  expect(left('nam*ame, ty*pe')).toEqual(['id', 'name', 'location', 'properties']);
});

describe('moments', () => {
  const NOON = Date.UTC(2026, 1, 3, 12);
  const at = (expression: string) =>
    atOnce(runQuery(parseQuery(`machines | take 1 | project x = ${expression}`, NOON), source)).rows[0]?.['x'];

  test('are read in every form and compare as they follow each other', () => {
    expect(at("todatetime('2026-02-03T20:30:00+01:00')")).toBe('2026-02-03T19:30:00.0000000Z');
    expect(at("todatetime('2026-02-03T20:30:00')")).toBe('2026-02-03T20:30:00.0000000Z');
    expect(at("todatetime('soon')")).toBeNull();
    expect(at("iff(todatetime('2026-02-03T11:59:59.5Z') < now(), 'before', 'after')")).toBe('before');
    expect(at("todatetime('2026-02-03T11:00:00Z') > datetime(2026-02-03)")).toBe(true);
  });

  test('are reckoned with timespans', () => {
    expect(at('ago(7d)')).toBe('2026-01-27T12:00:00.0000000Z');
    expect(at('now() - 90m')).toBe('2026-02-03T10:30:00.0000000Z');
    expect(at('(now() - ago(1d)) / 1h')).toBe(24);
    expect(at('bin(now(), 1d)')).toBe('2026-02-03T00:00:00.0000000Z');
    expect(at('startofday(ago(13h))')).toBe('2026-02-02T00:00:00.0000000Z');
  });
});

describe('texts', () => {
  test('are matched by regular expressions', () => {
    expect(names("machines | where name matches regex 'VM[0-9]$'")).toEqual(['DBVM1', 'Web-VM3']);
  });

  test('are cut by a pattern, and give nothing where they do not fit', () => {
    const cut = rows("machines | parse id with '/' kind '/' number: int | project kind, number");
    expect(cut).toEqual([
      { kind: 'VM', number: 1 },
      { kind: 'vm', number: 2 },
      { kind: 'vm', number: 3 },
    ]);
    expect(rows("machines | parse name with * '-' rest | project rest")).toEqual([{ rest: null }, { rest: null }, { rest: 'VM3' }]);
  });
});

describe('let', () => {
  test('names values and tables for the rest of the query', () => {
    const query = "let place = 'westeurope'; let near = machines | where location == place; near | where name has 'vm3' | project name";
    expect(rows(query)).toEqual([{ name: 'Web-VM3' }]);
    expect(rows("let list = dynamic(['dbvm2']); machines | where name in (list) | project name")).toEqual([{ name: 'dbvm2' }]);
    expect(rows("let name = 'x'; machines | take 1 | project name = properties.os, other = name")).toEqual([
      { name: 'Windows', other: 'x' },
    ]);
  });

  test('does not let a short query grow beyond all bounds', () => {
    const doubled = Array.from({ length: 20 }, (_, i) => `let a${i + 1} = a${i} + a${i};`).join(' ');
    expect(() => rows(`let a0 = 1; ${doubled} machines | project x = a20`)).toThrow('too complex');
    expect(() => rows('let = 1; machines')).toThrow('let statement');
  });
});
