import { describe, expect, test } from 'vitest';
import { evaluate, type TemplateContext } from './evaluate';
import { expand } from './expand';

const context: TemplateContext = {
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  group: 'IgniteRG',
  location: 'westeurope',
  deploymentName: 'test',
  parameters: { name: "O'Brien", count: 2, tags: { team: ['a', 'b'] } },
  variables: { nic: "[concat(parameters('name'), '-nic')]" },
  reference: (id) => ({ id }),
  loops: {},
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

  test.each([["[parameters('nothing')]"], ['[nonsense()]'], ["[concat('a']"]])('%s is refused with a reason', (text) => {
    expect(() => evaluate(context, text)).toThrow(/template|function|expression/);
  });
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
