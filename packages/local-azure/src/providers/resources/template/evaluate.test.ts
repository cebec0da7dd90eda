import { describe, expect, test } from 'vitest';
import { evaluate, TEMPLATE_ROOM, type TemplateContext } from './evaluate';
import { expand } from './expand';
import { TemplateError } from './template-error';

const context: TemplateContext = {
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  group: 'IgniteRG',
  location: 'westeurope',
  deploymentName: 'test',
  parameters: { name: "O'Brien", count: 2, tags: { team: ['a', 'b'] } },
  variables: { nic: "[concat(parameters('name'), '-nic')]" },
  reference: (id) => ({ id }),
  loops: {},
  within: [],
  room: { left: TEMPLATE_ROOM },
};
const group = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009/resourceGroups';

describe('An expression', () => {
  test.each([
    ["[variables('nic')]", "O'Brien-nic"],
    ["[concat('it''s ', toLower('ME'))]", "it's me"],
    ["[parameters('tags').team[1]]", 'b'],
    ['[resourceGroup().location]', 'westeurope'],
    ["[resourceId('Microsoft.Compute/disks', 'd')]", `${group}/IgniteRG/providers/Microsoft.Compute/disks/d`],
    [
      "[resourceId('Other', 'Microsoft.Network/virtualNetworks/subnets', 'v', 's')]",
      `${group}/Other/providers/Microsoft.Network/virtualNetworks/v/subnets/s`,
    ],
    ["[if(equals(parameters('count'), 2), 'two', variables('none'))]", 'two'],
    ["[format('{0}-{1}', 'a', 1)]", 'a-1'],
    ["[take(createObject('a', 'long word').a, 4)]", 'long'],
    ["[equals(guid('a', 'b'), guid('a', 'c'))]", false],
    ['[[literally]', '[literally]'],
    ['no expression', 'no expression'],
  ])('%s is worked out', (text, value) => {
    expect(evaluate(context, text)).toEqual(value);
  });

  test('also where it is the name of a member', () => {
    expect(evaluate(context, { "[variables('nic')]": {} })).toEqual({ "O'Brien-nic": {} });
  });

  test.each([
    ["[parameters('nothing')]"],
    ['[nonsense()]'],
    ["[concat('a']"],
    ['[range(0, 10001)]'],
    ['[range(0, 1000000000000)]'],
    ["[range(0, 'many')]"],
    [`[concat('${'a'.repeat(24_576)}')]`],
    [`[${'not('.repeat(6_000)}true()${')'.repeat(6_000)}]`],
  ])('%s is refused with a reason', (text) => {
    expect(() => evaluate(context, text)).toThrow(TemplateError);
  });

  test('of variables that lead back to themselves, or grow without end, is refused', () => {
    const round = { a: "[variables('b')]", b: "[concat('-', variables('A'))]" };
    expect(() => evaluate({ ...context, variables: round }, "[variables('a')]")).toThrow(/circular/);
    const doubles = Array.from({ length: 40 }, (_, i) => [`v${i + 1}`, `[concat(variables('v${i}'), variables('v${i}'))]`]);
    const variables = { v0: 'ha', ...Object.fromEntries(doubles) };
    expect(() => evaluate({ ...context, room: { left: TEMPLATE_ROOM }, variables }, "[variables('v40')]")).toThrow(/size/);
  });
});

const disk = (name: string, more: Record<string, unknown>) => ({
  type: 'Microsoft.Compute/disks',
  apiVersion: '2023-01-01',
  name,
  ...more,
});

test.each([
  [
    'resources that wait for each other',
    [disk('a', { dependsOn: ['b'] }), disk('b', { dependsOn: ['a'] })],
    /Circular dependency detected/,
  ],
  ['a resource that waits for itself', [disk('a', { dependsOn: ['a'] })], /Circular dependency detected/],
  ['a loop that is too long', [disk('a', { copy: { name: 'l', count: 801 } })], /800/],
  ['half a repetition', [disk('a', { copy: { name: 'l', count: 1.5 } })], /integer/],
  ['too many resources', [disk('a', { copy: { name: 'l', count: 800 } }), disk('b', {})], /Limit: '800'/],
  ['a name that no address can hold', [disk('\uD800', {})], /not valid/],
])('%s are refused', (_what, resources, words) => {
  expect(() => expand(context, resources)).toThrow(words);
});

test('what waits for two that wait for a third is no cycle', () => {
  const resources = [disk('d', { dependsOn: ['b', 'c'] }), disk('b', { dependsOn: ['a'] }), disk('c', { dependsOn: ['a'] }), disk('a', {})];
  expect(expand(context, resources)).toHaveLength(4);
});

test('A loop makes a resource for each of its places, and others can wait for it', () => {
  const resources = expand(context, [
    {
      type: 'Microsoft.Compute/disks',
      apiVersion: '2023-01-01',
      name: "[concat('d', copyIndex(1))]",
      copy: { name: 'disks', count: "[parameters('count')]" },
    },
    { type: 'Microsoft.Compute/disks', apiVersion: '2023-01-01', name: 'last', dependsOn: ['disks'] },
    { type: 'Microsoft.Compute/disks', apiVersion: '2023-01-01', name: 'never', condition: false },
  ]);
  expect(resources.map(({ name }) => name)).toEqual(['d1', 'd2', 'last']);
  expect(resources[2]?.dependsOn).toHaveLength(2);
});
