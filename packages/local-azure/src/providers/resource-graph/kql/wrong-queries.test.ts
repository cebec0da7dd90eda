import { describe, expect, test } from 'vitest';
import { rows, valueOf } from '../../../testing/queried';
import { refuseTooManyJoins } from './limits';
import { parseQuery } from './parse-query';

const refusal = (query: string) => {
  try {
    rows(query);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('a wrong query', () => {
  test('is refused at the place where reading stopped', () => {
    expect(refusal('machines | where name ==')).toMatchObject({ code: 'ParserFailure', line: 1, token: '<EOF>' });
    expect(refusal('machines\n| where (name')).toMatchObject({ code: 'ParserFailure', line: 2 });
    expect(refusal('machines | where name == #')).toMatchObject({ token: '#' });
  });

  test('is refused when it names what is not there', () => {
    expect(refusal('machines | where nome == 1')).toMatchObject({ code: 'SemanticError' });
    expect(refusal('machines | project name | where location == 1')).toMatchObject({ code: 'SemanticError' });
    expect(refusal('machines | extend x = shout(name)')).toMatchObject({ code: 'UnknownFunction' });
    expect(refusal("machines | extend x = extract('(', 0, name)")).toMatchObject({ code: 'SemanticError' });
  });

  test('is refused when it uses an operator that is not simulated', () => {
    expect(refusal('machines | render piechart')).toMatchObject({ code: 'InvalidQueryLanguage', token: 'render' });
  });
});

const refusedJoins =
  (...tables: string[]) =>
  () =>
    refuseTooManyJoins(
      parseQuery(['resources', ...tables.map((table) => `join kind=leftouter (${table} | project id) on id`)].join(' | ')),
    );

describe('a query with many joins', () => {
  test('takes three, of which one is with another table', () => {
    expect(refusedJoins('resources', 'Resources', 'recoveryservicesresources')).not.toThrow();
    expect(refusedJoins('resourcecontainers', 'resourcecontainers', 'resourcecontainers')).not.toThrow();
  });

  test('is refused beyond that', () => {
    const code = 'DisallowedMaxNumberOfRemoteTables';
    expect(refusedJoins('resources', 'resources', 'resources', 'resources')).toThrow(expect.objectContaining({ code }));
    expect(refusedJoins('recoveryservicesresources', 'resourcecontainers')).toThrow(expect.objectContaining({ code }));
    expect(refusedJoins('resources', 'recoveryservicesresources', 'recoveryservicesresources')).toThrow(expect.objectContaining({ code }));
  });
});

describe('a hostile query', () => {
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('finds a column called %s like any other', (name) => {
    const column = `['${name}']`;
    const named = (value: unknown) => Object.fromEntries([[name, value]]);
    const plain = { location: 'westeurope' };
    const [projected] = rows(`machines | take 1 | project ${name} = properties.disks[0], location`);
    expect(Object.entries(projected ?? {})).toEqual([
      [name, { gib: 128 }],
      ['location', 'westeurope'],
    ]);
    expect(rows(`machines | take 1 | extend ${name} = properties | project location, os = ${column}.os`)).toEqual([
      { ...plain, os: 'Windows' },
    ]);
    expect(rows(`machines | summarize ${name} = count()`)).toEqual([named(3)]);
    expect(rows(`machines | summarize by ${name} = location | count`)).toEqual([{ Count: 2 }]);
    expect(rows(`machines | take 1 | project-rename ${name} = name | project ${column}`)).toEqual([named('DBVM1')]);
    expect(rows(`machines | take 1 | mv-expand ${name} = properties.disks | project size = ${column}.gib`)).toEqual([
      { size: 128 },
      { size: 512 },
    ]);
    expect(
      rows(`machines | extend key = 1 | take 1 | join (items | extend key = 1 | project key, ${name} = state) on key | project ${column}`),
    ).toEqual([named('Protected'), named('Protected')]);
    expect(rows(`machines | distinct ${name} = location`)).toHaveLength(2);
    expect(JSON.stringify(rows(`machines | top 1 by name asc | project ${name} = name`))).toBe(`[{"${name}":"DBVM1"}]`);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  test('with an expression that would go back and back is answered in time', () => {
    const long = `'${'a'.repeat(30_000)}'`;
    const began = performance.now();
    expect(valueOf(`extract('(a+)+b', 0, ${long})`)).toBe('');
    expect(valueOf(`strlen(trim('(a|aa)+', strcat(${long}, 'b', ${long})))`)).toBe(1);
    expect(
      Object.keys(rows(`machines | extend ${'a'.repeat(5_000)} = 1 | project-away ${'a*'.repeat(40)}b | take 1`)[0] ?? {}),
    ).toHaveLength(6);
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(refusal("machines | extend x = extract('(?=a)b', 0, name)")).toMatchObject({ code: 'SemanticError' });
  });

  test('is refused when it would make rows without end', () => {
    const doubled = ' | extend list = pack_array(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) | mv-expand list';
    expect(refusal(`machines | project id${doubled.repeat(7)}`)).toMatchObject({ code: 'SemanticError' });
    const all = `machines | project id${doubled.repeat(4)} | project key = 1`;
    expect(refusal(`${all} | join kind=inner (${all}) on key`)).toMatchObject({ code: 'SemanticError' });
    expect(valueOf(`strlen(${'strcat('.repeat(1)}'${'x'.repeat(1000)}', 'y'))`)).toBe(1001);
  });
});
