import type { Agent, VirtualMachine } from '@tresor/contracts';
import { judgeVirtualMachine, type JudgementContext, limitOf, type Verdict } from '@tresor/support-matrix';
import type { ChosenMachine } from '../../kept/backup-draft';
import { type AgentReports, keyOf } from '../../azure/machines/agent-reports';
import { own } from '../../api/own';

export interface JudgedMachine {
  id: string;
  /** Under which its agent reports. */
  key: string;
  machine: VirtualMachine;
  /** Undefined: not asked yet; null: asked, and Azure did not say. */
  agent: Agent | null | undefined;
  verdict: Verdict;
}

export type MachineFilter = 'all' | 'choosable' | 'encrypted' | 'selected';

export const MACHINE_FILTERS: readonly MachineFilter[] = ['all', 'choosable', 'encrypted', 'selected'];

export type Judge = (machine: VirtualMachine, agent: Agent | null | undefined) => JudgedMachine;

/** Judges machines for one vault and remembers, so that a list of thousands is judged once and its rows stay the same objects. */
export function createJudge(context: Omit<JudgementContext, 'agent'>): Judge {
  const judged = new WeakMap<VirtualMachine, JudgedMachine>();
  return (machine, agent) => {
    const known = judged.get(machine);
    if (known && known.agent === agent) return known;
    const verdict = judgeVirtualMachine(machine, agent === undefined ? context : { ...context, agent });
    const fresh = { id: machine.id, key: known?.key ?? keyOf(machine.id), machine, agent, verdict };
    judged.set(machine, fresh);
    return fresh;
  };
}

let latest: { circumstances: string; judge: Judge } | undefined;

/** The judge of the last visit for as long as nothing has changed that he judges by. */
export function judgeFor(context: Omit<JudgementContext, 'agent'>): Judge {
  const circumstances = JSON.stringify(context);
  if (latest?.circumstances !== circumstances) latest = { circumstances, judge: createJudge(context) };
  return latest.judge;
}

export function matches({ id, machine, verdict }: JudgedMachine, filter: MachineFilter, picked: ReadonlySet<string>): boolean {
  if (filter === 'choosable') return verdict.allowed;
  if (filter === 'selected') return picked.has(id);
  return filter === 'all' || machine.encryption.kind !== 'none';
}

/** What one came for stands on top: the machines that could be chosen when one began to look. */
export const promisingFirst = (rows: readonly JudgedMachine[]): JudgedMachine[] => [
  ...rows.filter(({ verdict }) => verdict.allowed),
  ...rows.filter(({ verdict }) => !verdict.allowed),
];

/** The rows with what agents have told, each at its place; where nothing is new, the row stays the same object. */
export const judgedWith = (rows: readonly JudgedMachine[], judge: Judge, reports: AgentReports): JudgedMachine[] =>
  rows.map((row) => (row.agent === own(reports, row.key) ? row : judge(row.machine, own(reports, row.key))));

interface Look {
  judge: Judge;
  machines: readonly VirtualMachine[];
  /** In the order of the source. */
  listed: readonly JudgedMachine[];
  reports: AgentReports;
  rows: readonly JudgedMachine[];
}

let latestLook: Look | undefined;

/** All machines as they stand when one begins to look; anyone who comes back finds the rows of the last visit where nothing is new. */
export function firstLook(judge: Judge, machines: readonly VirtualMachine[], reports: AgentReports): readonly JudgedMachine[] {
  const same = latestLook?.judge === judge && latestLook.machines === machines ? latestLook : undefined;
  if (same?.reports === reports) return same.rows;
  const listed = judgedWith(same?.listed ?? machines.map((machine) => judge(machine, undefined)), judge, reports);
  latestLook = { judge, machines, listed, reports, rows: promisingFirst(listed) };
  return latestLook.rows;
}

/** So many rows are seen at once, at most. */
const IN_SIGHT = 24;
/** So many agents are asked for at a time. */
const PER_QUESTION = 40;

/** The machines on top of the list whose agents must be known before one can say that they belong there; empty once those in sight are. */
export function unsureOnTop(rows: readonly JudgedMachine[]): string[] {
  const isUnsure = ({ agent, verdict }: JudgedMachine) => verdict.allowed && agent === undefined;
  if (!rows.slice(0, IN_SIGHT).some(isUnsure)) return [];
  return rows
    .slice(0, PER_QUESTION)
    .filter(isUnsure)
    .map(({ id }) => id);
}

/** How many more machines the vault takes. */
export const roomIn = ({ edition, vault }: Pick<JudgementContext, 'edition' | 'vault'>): number =>
  Math.max(0, (limitOf('vault-full', edition) ?? Number.POSITIVE_INFINITY) - vault.protectedItemCount);

export const toChosen = ({ id, name, resourceGroup, osType, encryption }: VirtualMachine): ChosenMachine => ({
  id,
  name,
  resourceGroup,
  osType,
  encryption,
});

/** The chosen ids in the order of the list; ids that are no longer in it are dropped. */
export const chosenAmong = (rows: readonly JudgedMachine[], ids: ReadonlySet<string>): JudgedMachine[] =>
  rows.filter(({ id }) => ids.has(id));

/** Of the chosen machines those that turned out not to be allowed. */
export const refusedAmong = (rows: readonly JudgedMachine[]): JudgedMachine[] => rows.filter(({ verdict }) => !verdict.allowed);
