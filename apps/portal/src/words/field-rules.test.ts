import { contract } from '@tresor/contracts';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { fieldRule } from './field-rules';

const procedure = z.looseObject({ '~orpc': z.looseObject({ inputSchema: z.unknown() }) });

/** What can be asked, as the contract says it. */
function inputsOf(of: unknown): z.ZodType[] {
  const found = procedure.safeParse(of);
  if (found.success) return found.data['~orpc'].inputSchema instanceof z.ZodType ? [found.data['~orpc'].inputSchema] : [];
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(inputsOf) : [];
}

const list = z.array(z.unknown()).default([]);
const part = z.looseObject({
  anyOf: list,
  oneOf: list,
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).default({}),
});

/** The paths under which a request can be refused. */
function pathsOf(schema: unknown, path: string[] = []): string[] {
  const { data } = part.safeParse(schema);
  if (!data) return [];
  const inside = [...data.anyOf, ...data.oneOf, data.items].flatMap((one) => pathsOf(one, path));
  const members = Object.entries(data.properties).flatMap(([name, one]) => {
    const here = [...path, name];
    return [here.join('.'), ...pathsOf(one, here)];
  });
  return [...inside, ...members];
}

const STRUCTURE = new Set(['before', 'after', 'policy', 'schedule', 'retention', 'on', 'how', 'machine', 'answers', 'keys']);

test('every entry that the contract can refuse has a name and a rule', () => {
  const inputs = inputsOf(contract);
  const paths = inputs.flatMap((input) => pathsOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })));
  const leaves = [...new Set(paths)].filter((path) => !STRUCTURE.has(path.split('.').at(-1) ?? ''));
  expect(leaves.length).toBeGreaterThan(60);
  expect(leaves.filter((path) => fieldRule(path) === undefined)).toEqual([]);
});

test('the same word has the rule of what is meant', () => {
  expect(fieldRule('machine.name')?.rule.en).toMatch(/^1 to 64/);
  expect(fieldRule('how.name')?.rule.en).toMatch(/^3 to 24/);
  expect(fieldRule('policy.name')?.rule.en).toMatch(/^3 to 150/);
  expect(fieldRule('answers.keys.name')?.rule.en).toMatch(/^3 to 24/);
  expect(fieldRule('name')?.rule.en).toMatch(/^1 to 80/);
  expect(fieldRule('keyVaultIds.17')?.name.en).toBe('Key vaults');
  expect(fieldRule('toString')).toBeUndefined();
});
