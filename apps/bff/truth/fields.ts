import type * as z from 'zod';

interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  valueType?: Schema;
  in?: Schema;
  out?: Schema;
  options?: readonly Schema[];
}

interface Schema {
  def: Definition;
}

/** What a schema looks at: `value[].properties.status`; `*` stands for any name. */
export function fieldsOf(schema: z.ZodType): string[] {
  return [...new Set(walk(schema, ''))];
}

function walk({ def }: Schema, at: string): string[] {
  if (def.shape) return Object.entries(def.shape).flatMap(([name, part]) => walk(part, at === '' ? name : `${at}.${name}`));
  if (def.element) return walk(def.element, `${at}[]`);
  if (def.valueType) return walk(def.valueType, `${at}.*`);
  if (def.options) return def.options.flatMap((option) => walk(option, at));
  // What is done to a value beforehand looks at nothing by itself.
  const inner = def.innerType ?? (def.in?.def.type === 'transform' ? def.out : def.in);
  return inner ? walk(inner, at) : [at];
}

/** Whether a body has something at a place; null is nothing. */
export function hasField(body: unknown, field: string): boolean {
  return valuesAt(body, field).some((value) => value !== undefined && value !== null);
}

function valuesAt(body: unknown, field: string): unknown[] {
  return field.split(/\.(?!odata)|(?=\[\])/).reduce<unknown[]>((found, name) => found.flatMap((value) => stepInto(value, name)), [body]);
}

function stepInto(value: unknown, name: string): unknown[] {
  if (name === '[]') return Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof value !== 'object' || value === null) return [];
  if (name === '*') return Object.values(value);
  return Object.entries(value).flatMap(([known, part]) => (known.toLowerCase() === name.toLowerCase() ? [part] : []));
}
