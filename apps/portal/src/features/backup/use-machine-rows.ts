import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import type { JudgementContext } from '@tresor/support-matrix';
import { useMemo, useEffect, useState } from 'react';
import { isKeyVaultId } from '../../api/known-ids';
import { keyVaultAccessQuery, policiesQuery, vaultCountsQuery, vaultQuery } from '../../api/queries';
import { virtualMachinesQuery, type VirtualMachineList } from '../../api/virtual-machines-query';
import { keyVaultIdsOf } from '../../kept/backup-draft';
import { useEdition } from '../../kept/edition';
import type { Agents } from '../../azure/machines/use-agents';
import { useDiskEncryptionEnded } from '../../azure/machines/use-disk-encryption-ended';
import { type Judge, type JudgedMachine, judgeFor, judgedWith, firstLook, unsureOnTop } from './selection';
import type { AgentReports } from '../../azure/machines/agent-reports';

interface MachineRows {
  rows: readonly JudgedMachine[];
  total: number;
  complete: boolean;
  /** The rows stand where they will stand. */
  ordered: boolean;
  error: unknown;
  /** What the machines are judged by; undefined while the vault is not known. */
  context: JudgementContext | undefined;
  /** Whether it is known how many machines the vault protects. */
  counted: boolean;
  judge: Judge | undefined;
  refresh: () => void;
}

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
function useFirstLook(judge: Judge | undefined, list: VirtualMachineList | undefined, { reports, reader }: Agents): FirstLook {
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

/** The machines of the vault's subscription, each with its verdict in the edition in force, and for the policy chosen. */
export function useMachineRows(path: VaultPath, policyName: string | null, agents: Agents): MachineRows {
  const edition = useEdition();
  const diskEncryptionEnded = useDiskEncryptionEnded();
  const list = useQuery(virtualMachinesQuery(path.subscriptionId));
  const vault = useQuery(vaultQuery(path));
  const counts = useQuery(vaultCountsQuery(path));
  const policies = useQuery(policiesQuery(path));
  const policyKind = policies.data?.find(({ name }) => name === policyName)?.kind;
  const machines = list.data?.rows;
  const complete = list.data?.complete ?? false;

  const keyVaultIds = useMemo(() => (complete && machines ? keyVaultIdsOf(machines).filter(isKeyVaultId) : []), [complete, machines]);
  const access = useQuery(keyVaultAccessQuery({ keyVaultIds, needsKeys: true }));

  const context = useMemo<JudgementContext | undefined>(() => {
    if (vault.data === undefined || (counts.data === undefined && counts.error === null) || policies.isLoading) return undefined;
    const { id, subscriptionId, location } = vault.data;
    const keyVaults = (access.data ?? []).flatMap(({ id, location }) => (location === null ? [] : [{ id, location }]));
    const judged = { id, subscriptionId, location, protectedItemCount: counts.data?.protectedItems ?? 0 };
    return { edition, vault: judged, diskEncryptionEnded, policyKind, keyVaults };
  }, [edition, diskEncryptionEnded, vault.data, counts.data, counts.error, policies.isLoading, policyKind, access.data]);

  const judge = useMemo(() => context && judgeFor(context), [context]);
  const { rows: atFirst, ordered, reports: reportsAtFirst } = useFirstLook(judge, list.data, agents);
  const { reports } = agents;
  const rows = useMemo(
    () => (judge && reports !== reportsAtFirst ? judgedWith(atFirst, judge, reports) : atFirst),
    [judge, atFirst, reports, reportsAtFirst],
  );

  return {
    rows,
    total: list.data?.total ?? 0,
    complete,
    // What is said of key vaults orders the rows, too.
    ordered: ordered && !access.isLoading,
    error: list.error ?? vault.error,
    context,
    counted: counts.data !== undefined,
    judge,
    refresh() {
      void list.refetch();
      void counts.refetch();
    },
  };
}
