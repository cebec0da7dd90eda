import { setTimeout as wait } from 'node:timers/promises';
import { problem } from '@tresor/contracts';
import type * as z from 'zod';
import type { Contoso } from './start-contoso';
import type { TestServer } from './start-test-server';

export interface Asked {
  person?: string;
  server?: Pick<TestServer, 'call'>;
}

/** Between two looks at what goes on alone: to ask without a pause would take the processor from what is waited for. */
export const beforeNextLook = (): Promise<void> => wait(40);

/** A problem where an answer was expected. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, problem: string) {
    super(`unexpected answer: ${problem}`);
    this.code = code;
  }
}

export interface Ask {
  get<T>(schema: z.ZodType<T>, path: string, asked?: Asked): Promise<T>;
  send<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown, asked?: Asked): Promise<T>;
  /** The pages of a stream. */
  pages<T>(schema: z.ZodType<T>, path: string, asked?: Asked): Promise<T[]>;
  /** The code of the problem that answers. */
  refusal(method: string, path: string, body?: unknown, asked?: Asked): Promise<string>;
}

/** Asks the API as a person of the company and reads the answer by its schema. */
export function asker(contoso: () => Pick<Contoso, 'as'>): Ask {
  const fetchJson = async (method: string, path: string, body: unknown, { person = 'adele', server }: Asked = {}): Promise<unknown> => {
    const init = { method, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const response = await contoso().as(person, path, init, server);
    return response.json();
  };
  return {
    get: async (schema, path, asked) => expected(schema, await fetchJson('GET', path, undefined, asked)),
    send: async (schema, method, path, body, asked) => expected(schema, await fetchJson(method, path, body, asked)),
    pages: async (schema, path, { person = 'adele', server } = {}) => {
      const response = await contoso().as(person, path, {}, server);
      const lines = (await response.text()).split('\n').filter((line) => line.startsWith('data: {'));
      return lines.map((line) => expected(schema, JSON.parse(line.slice(6))));
    },
    refusal: async (method, path, body, asked) => problem.parse(await fetchJson(method, path, body, asked)).code,
  };
}

/** The answer by its schema; a problem in its stead is told as it is. */
function expected<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  const refusal = problem.safeParse(answer).data;
  if (refusal) throw new Refusal(refusal.code, JSON.stringify(answer));
  if (parsed.success) return parsed.data;
  throw new Error(`unexpected answer: ${JSON.stringify(answer)}`, { cause: parsed.error });
}
