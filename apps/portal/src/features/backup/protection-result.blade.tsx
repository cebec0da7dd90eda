import { makeStyles } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProtectionBatch, VaultPath, VirtualMachine } from '@tresor/contracts';
import { sameName } from '@tresor/support-matrix';
import { useEffect, useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '../../api/api';
import { translated } from '../../api/problem-error';
import { itemsQuery, policiesQuery, protectionQuery } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { useCloseBlade } from '../../blades/use-close-blade';
import { useText } from '../../language/use-text';
import { useVaultPath, paths } from '../../map/paths';
import { FooterButton, PlainButton } from '../../ui/actions/buttons';
import { ProgressLine } from '../../ui/feedback/progress-line';
import { ResourceTable } from '../../ui/table/resource-table';
import { AgentHelp } from '../../azure/machines/agent-help';
import { agentIn, type AgentReports } from '../../azure/machines/agent-reports';
import { CommandButton } from '../../azure/commands/command-button';
import { canRetry, inOrder, sharedCodeOf, summarize } from './batch-summary';
import { NextSteps } from './next-steps';
import { useResultColumns } from './result-columns';
import { resultMessages as messages } from './result-messages';
import { AgentReaderProvider, useAgents } from '../../azure/machines/use-agents';
import { titles } from '../../map/map';
import { watchProtection } from './watch-protection';
import { virtualMachinesQuery } from '../../api/virtual-machines-query';
import { isDirty } from '../../kept/backup-draft';
import { useBackupDraft } from '../../kept/use-backup-draft';
import { awaitsFirstBackup, type FirstBackupFailures } from '../../azure/first-backup/first-backup-failures';
import { useFirstBackupFailures } from '../../azure/first-backup/use-first-backup-failures';
import { KeysUnseen } from '../../azure/key-chain/broken-keys-notice';
import { InfoBox } from '../../ui/feedback/info-box';

const useStyles = makeStyles({ summary: { display: 'block', margin: '8px 0' } });

const OUTCOMES = { running: messages.running, all: messages.allProtected, some: messages.someProtected, none: messages.noneProtected };

/** Machines whose agent keeps Azure Backup from working. */
const withoutAgent = ({ results }: ProtectionBatch, reports: AgentReports) =>
  results.filter(({ vmId, ruleId }) => {
    const report = agentIn(reports, vmId);
    return ruleId?.startsWith('agent-') === true || (report != null && report.state !== 'ready');
  });

const NONE: readonly VirtualMachine[] = [];

/** The machines of the batch, as the list of their subscription has them. */
function useMachinesOf(path: VaultPath, batch: ProtectionBatch | undefined): readonly VirtualMachine[] {
  const { data: list } = useQuery(virtualMachinesQuery(path.subscriptionId));
  return useMemo(() => {
    const ids = new Set(batch?.results.map(({ vmId }) => vmId.toLowerCase()));
    return ids.size === 0 ? NONE : (list?.rows ?? NONE).filter(({ id }) => ids.has(id.toLowerCase()));
  }, [list, batch]);
}

/** Those of which something was backed up or tried since tell that themselves. */
function useStillAhead(path: VaultPath, failures: FirstBackupFailures): FirstBackupFailures {
  const { data: items } = useQuery({ ...itemsQuery(path), enabled: failures.size > 0 });
  return useMemo(() => {
    const over = new Set(items?.filter((item) => !awaitsFirstBackup(item)).map(({ vmId }) => vmId.toLowerCase()));
    return over.size === 0 ? failures : new Map([...failures].filter(([id]) => !over.has(id)));
  }, [items, failures]);
}

/** Whether the policy of an order that is over was deleted: nothing would come of the same order. */
function usePolicyGone(path: VaultPath, batch: ProtectionBatch | undefined): boolean {
  const { data: policies } = useQuery({ ...policiesQuery(path), enabled: batch !== undefined });
  if (batch === undefined) return false;
  const isListed = policies?.some(({ name }) => sameName(name, batch.policyName)) ?? true;
  return !isListed || batch.results.some((result) => canRetry(result) && result.azureCode === 'BMSUserErrorPolicyNotFound');
}

/** Back to the policy, with the machines that came to nothing ticked; what was chosen since stays. */
function OtherPolicyButton({ path, batch }: { path: VaultPath; batch: ProtectionBatch }) {
  const text = useText();
  const navigate = useNavigate();
  const { draft, choose } = useBackupDraft(path);
  const chooseAnother = () => {
    if (!isDirty(draft)) choose({ goalChosen: true, ticked: batch.results.filter(canRetry).map(({ vmId }) => vmId) });
    void navigate(paths.backupPolicy(path));
  };
  return <FooterButton onClick={chooseAnother}>{text(messages.otherPolicy)}</FooterButton>;
}

export default function ProtectionResult() {
  const styles = useStyles();
  const text = useText();
  const close = useCloseBlade();
  const client = useQueryClient();
  const path = useVaultPath();
  const { batchId = '' } = useParams();
  const query = protectionQuery(path, batchId);
  // Anyone who watches the batch asks again; here its answers are shown.
  const { data: batch, error } = useQuery({ ...query, refetchInterval: false });
  const retry = useMutation({
    mutationFn: () => translated(api.protection.retry({ ...path, batchId })),
    onSuccess: (batch) => client.setQueryData(query.queryKey, batch),
    onError: () => client.invalidateQueries({ queryKey: policiesQuery(path).queryKey }),
  });
  const agents = useAgents(path.subscriptionId);
  const machines = useMachinesOf(path, batch);
  const failures = useStillAhead(path, useFirstBackupFailures(machines));
  const columns = useResultColumns(path, agents.reports, failures, batch?.finished ?? false);

  useEffect(() => {
    if (batch) watchProtection(client, path, batch);
  }, [batch, client, path]);

  const summary = useMemo(() => batch && summarize(batch), [batch]);
  const rows = useMemo(() => (batch ? inOrder(batch) : []), [batch]);
  const ended = batch?.finished === true;
  const mayRetry = ended && batch.results.some(canRetry);
  const isPolicyGone = usePolicyGone(path, mayRetry ? batch : undefined);

  return (
    <Blade
      title={text(titles.protection)}
      subtitle={path.vaultName}
      busy={!ended && error === null}
      problem={error ?? retry.error}
      footer={
        <>
          {mayRetry && isPolicyGone && <OtherPolicyButton path={path} batch={batch} />}
          {mayRetry && !isPolicyGone && (
            <CommandButton
              onClick={() => retry.mutate()}
              reason={retry.isPending ? text(messages.retrying) : undefined}
              failed={retry.error ?? sharedCodeOf(batch)}
            >
              {text(messages.retry)}
            </CommandButton>
          )}
          <PlainButton onClick={close}>{text(messages.close)}</PlainButton>
        </>
      }
    >
      {batch && summary && (
        <AgentReaderProvider value={agents.reader}>
          <output className={styles.summary}>
            {text(OUTCOMES[summary.outcome], {
              total: summary.total,
              done: ended ? summary.protectedCount : summary.done,
              policy: batch.policyName,
            })}
          </output>
          {isPolicyGone && (
            <InfoBox>{text(messages.policyGone, { policy: batch.policyName, count: batch.results.filter(canRetry).length })}</InfoBox>
          )}
          {!ended && <ProgressLine label={text(titles.protection)} value={summary.done / summary.total} />}
          <ResourceTable
            short
            label={text(messages.label)}
            filterLabel={text(messages.filter)}
            rows={rows}
            columns={columns}
            rowKey={({ vmId }) => vmId}
            rowName={({ vmName }) => vmName}
            empty={text(messages.empty)}
          />
          {summary.protectedCount > 0 && <KeysUnseen machines={machines} />}
          {summary.protectedCount > 0 && ended && <NextSteps path={path} batch={batch} willFail={failures.size > 0} />}
          <AgentHelp
            subscriptionId={path.subscriptionId}
            machines={withoutAgent(batch, agents.reports)}
            onCheckAgain={() => agents.reader.forget()}
          />
        </AgentReaderProvider>
      )}
    </Blade>
  );
}
