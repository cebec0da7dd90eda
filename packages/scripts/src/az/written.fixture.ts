import { expect } from 'vitest';
import { RESTORE_STEPS } from '../values';
import { HEADING, restoreOf } from '../values.fixture';
import { writeScript, type Wanted } from '../write-script';
import { runWithStub, type Run } from './stub-az.fixture';
import { understood } from './understood.fixture';

export const STEPS = [...RESTORE_STEPS, 'journey'] as const;

export function scriptOf(wanted: Wanted): string {
  const script = writeScript(wanted, 'az', 'de', HEADING);
  if (typeof script === 'string') throw new Error(script);
  return script.text;
}

export const callsOf = ({ calls }: Run, command: string) => calls.map(understood).filter((call) => call.command === command);
export const windows = { osType: 'Windows', managed: true, pass: 'dual', withKey: true } as const;
export const run = (values = restoreOf(windows), step: (typeof STEPS)[number] = 'journey') =>
  runWithStub(scriptOf({ of: 'restore', step, values }));

/** What a script that is told something asks Azure to make. */
export function modelOf(told: string, values = restoreOf(windows), fails = ''): unknown {
  const done = runWithStub(`export ${told}\n${scriptOf({ of: 'restore', step: 'machine', values })}`, undefined, fails);
  const [body = ''] = callsOf(done, 'rest').at(-1)?.options.get('body') ?? [];
  expect(done).toMatchObject({ code: 0, left: [] });
  return JSON.parse(body.slice(1));
}

export const made = (done: Run) =>
  ['network public-ip create', 'network nic create', 'disk wait'].map((command) => callsOf(done, command).length);

export const runs = (done: Run) => callsOf(done, 'vm extension set').length;
export const removals = (done: Run) => callsOf(done, 'storage blob delete').length;
