import { useEffect, useMemo, useState } from 'react';
import type { VirtualMachineList } from '../../api/virtual-machines-query';
import type { AgentReports } from '../../azure/machines/agent-reports';
import type { Agents } from '../../azure/machines/use-agents';
import { firstLook, type Judge, type JudgedMachine, unsureOnTop } from './selection';

/** Agents that have not reported by then report to rows that stand. */
const PATIENCE_MS = 1500;

interface FirstLook {
  rows: readonly JudgedMachine[];
  /** False while the machines on top are being asked whether they belong there. */
  ordered: boolean;
  /** What the rows are ordered by. */
  reports: AgentReports;
}

const NOBODY: readonly JudgedMachine[] = [];

/**
 * The machines in the order in which they will stand: those on top have been asked for their agents before. Agents report one after the
 * other, and what is told later, while one looks, moves no row.
 */
export function useFirstLook(judge: Judge | undefined, list: VirtualMachineList | undefined, { reports, reader }: Agents): FirstLook {
  const [told, setTold] = useState({ reports, final: false });
  const machines = list?.rows;
  const rows = useMemo(() => (judge && machines ? firstLook(judge, machines, told.reports) : NOBODY), [judge, machines, told.reports]);
  const unsure = useMemo(() => (list?.complete === true && !told.final ? unsureOnTop(rows) : []), [list?.complete, told.final, rows]);

  useEffect(() => {
    if (unsure.length === 0) return undefined;
    const settle = (reports?: AgentReports) => setTold((told) => (told.final ? told : { reports: reports ?? told.reports, final: true }));
    const timer = setTimeout(settle, PATIENCE_MS);
    void reader.read(unsure).then(settle);
    return () => clearTimeout(timer);
  }, [unsure, reader]);

  return { rows, ordered: unsure.length === 0, reports: told.reports };
}
