import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { HEADING, PLANNED } from '../values.fixture';
import { writeScript } from '../write-script';
import { runWithStub, SECRET, type Run } from './stub-az.fixture';
import { understood } from './understood.fixture';

const HELD = PLANNED.map(({ vmGroup, vmName }) => `VM;iaasvmcontainerv2;${vmGroup};${vmName}`).join('\n');

function scriptOf(machines = PLANNED): string {
  const lists = [{ title: 'Nicht dabei:', lines: ['VM9: Es gibt keinen Wiederherstellungspunkt.'] }];
  const script = writeScript({ of: 'recovery', values: { folder: 'plan', machines } }, 'az', 'de', { ...HEADING, lists });
  if (typeof script === 'string') throw new Error(script);
  return script.text;
}

const ran = (script: string, fails = '') => runWithStub(script, HELD, fails);
const commandsOf = ({ calls }: Run) => calls.map((call) => understood(call).command);
const count = (run: Run, wanted: string) => commandsOf(run).filter((command) => command === wanted).length;

it('asks for the disks of all machines, then brings them back wave by wave', () => {
  const text = scriptOf();
  expect(spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  const done = ran(text);
  expect(done).toMatchObject({ code: 0, left: [] });
  expect(done.output).not.toContain(SECRET);
  const order = commandsOf(done).filter((command) => ['backup restore restore-disks', 'network nic create', 'vm wait'].includes(command));
  expect(order.map((command) => command.split(' ').at(-1))).toEqual(['restore-disks', 'restore-disks', 'create', 'wait', 'create', 'wait']);
  const nics = done.calls.map(understood).filter(({ command }) => command === 'network nic create');
  expect(nics.map(({ options }) => options.get('name')?.[0]?.split('-')[0])).toEqual(['DC1', 'DBVM2']);
});

it('run again it asks for nothing twice, and goes on with what had stopped', () => {
  const text = scriptOf();
  const again = ran(`(\n${text})\n(\n${text})`);
  expect(again.code).toBe(0);
  expect([count(again, 'backup restore restore-disks'), count(again, 'vm wait')]).toEqual([2, 2]);
  const resumed = ran(`export AZ_FAILS='network nic create'\n(\n${text})\nAZ_FAILS=''\n(\n${text})`);
  expect(resumed.code).toBe(0);
  expect([count(resumed, 'backup restore restore-disks'), count(resumed, 'network nic create'), count(resumed, 'vm wait')]).toEqual([
    2, 4, 2,
  ]);
});

it('where Azure does not tell whether a machine is there, its disks are not restored beside it', () => {
  const done = ran(scriptOf(), 'vm show');
  expect([done.code, count(done, 'backup restore restore-disks')]).toEqual([1, 0]);
});

it('a machine that stops holds up no other, and the end names it', () => {
  const done = ran(
    scriptOf(),
    'network nic create --resource-group IgniteRG --location westeurope --tags tresor-restore=cae90b5e-3880-4b7f-be15-fe460a7ba729 --name DC1',
  );
  expect(done.code).toBe(1);
  expect(done.output).toContain(
    'Abgebrochen bei: Netzwerkschnittstelle des neuen virtuellen Computers. Die Datei mit Schlüsseldaten ist noch da: container-1/container-1\nAbgebrochen bei: Zurückholen: DC1',
  );
  expect(done.output.trimEnd().split('\n').at(-1)).toBe('DC1');
  expect(commandsOf(done).filter((command) => command === 'vm wait')).toHaveLength(1);
});

it('says at its top what it leaves out and why, and then what can be adjusted', () => {
  const top = scriptOf().split('\n');
  const at = top.indexOf('# Nicht dabei:');
  expect(top[at + 1]).toBe('#   VM9: Es gibt keinen Wiederherstellungspunkt.');
  expect(top.slice(at + 4, at + 7)).toEqual([`notes="$PWD"/'plan'`, 'first_wave=1', 'last_wave=2']);
});

it('only the waves that are asked for come back', () => {
  const done = ran(scriptOf().replace('first_wave=1', 'first_wave=2'));
  expect(done.code).toBe(0);
  expect(commandsOf(done).filter((command) => command === 'backup restore restore-disks')).toHaveLength(1);
});

it('there is none where it could bring nothing back', () => {
  expect(writeScript({ of: 'recovery', values: { folder: 'plan', machines: [] } }, 'az', 'en', HEADING)).toBe('none-left');
});
