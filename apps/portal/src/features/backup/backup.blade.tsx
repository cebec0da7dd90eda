import { useLocation, useMatch } from 'react-router';
import { useMutation, useQueryClient, useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { isVmId, isPolicyName } from '../../api/known-ids';
import { Blade } from '../../blades/blade';
import { useLeadOn } from '../../blades/use-lead-on';
import { isComplete, isDirty, type ChosenMachine, keyVaultIdsOf, type BackupDraft } from '../../kept/backup-draft';
import { useBackupDraft } from '../../kept/use-backup-draft';
import type { Message } from '../../language/messages';
import { namedFew } from '../../language/named-few';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { paths, useVaultPath } from '../../map/paths';
import { DelegatedNote } from '../../azure/estate/delegated-note';
import { useVaultGone } from '../../azure/vaults/use-vault-gone';
import { useBarred } from '../../azure/rights/use-barred';
import { titles } from '../../map/map';
import { StepCard } from '../../ui/layout/step-card';
import { useScriptCommand } from '../../azure/commands/use-script-command';
import { TextLink } from '../../ui/actions/text-link';
import { CommandButton } from '../../azure/commands/command-button';
import { messages } from './messages';
import { useFormat } from '../../language/use-format';
import { KeyVaultAccessList } from '../../azure/key-vault-access/key-vault-access-list';
import { FirstBackupNotice } from './first-backup-notice';
import { BrokenKeysNotice } from '../../azure/key-chain/broken-keys-notice';
import { InfoBox } from '../../ui/feedback/info-box';
import { api } from '../../api/api';
import { toProblemError, translated } from '../../api/problem-error';
import { policiesQuery, protectionQuery } from '../../api/queries';
import { useEdition } from '../../kept/edition';
import { watchProtection } from './watch-protection';

interface KeyVaultNoticeProps {
  machines: readonly ChosenMachine[];
}

/** Which key vaults hold the keys of the chosen machines, what the Backup service reads there, and whether it may. */
function KeyVaultNotice({ machines }: KeyVaultNoticeProps) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const keyVaultIds = keyVaultIdsOf(machines);
  if (keyVaultIds.length === 0) return null;
  return (
    <>
      <InfoBox>{text(messages.keyVaultNotice, { keyVaults: namedFew(keyVaultIds.map(nameOf), format, text, 'dative') })}</InfoBox>
      <KeyVaultAccessList
        keyVaultIds={keyVaultIds}
        needsKeys={machines.some(({ encryption }) => encryption.kind === 'bek-kek')}
        hrefOf={(id) => paths.backupKeyVault(path, id)}
      />
      <BrokenKeysNotice path={path} machines={machines} />
    </>
  );
}

interface Sent {
  command: Parameters<typeof api.protection.enable>[0];
  done: () => void;
}

/** Enables what the draft holds, once: every press sends the same id, and the server starts nothing twice under one id. */
function useEnable(path: VaultPath) {
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const edition = useEdition();
  const { draft, sending, choose } = useBackupDraft(path);

  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: ({ command }: Sent) => translated(api.protection.enable(command)),
    onError(error) {
      const { code } = toProblemError(error).problem;
      // Chosen again, the same machines get a new id.
      if (code === 'idempotency-key-reused') choose({});
      if (code === 'policy-gone') void client.invalidateQueries({ queryKey: policiesQuery(path).queryKey });
    },
    async onSuccess(batch, { done }) {
      client.setQueryData(protectionQuery(path, batch.batchId).queryKey, batch);
      watchProtection(client, path, batch);
      // The cards keep what was chosen until the result stands beside them.
      await leadOn(paths.protection({ ...path, batchId: batch.batchId }));
      done();
    },
  });
  const run = () => {
    const { policyName, machines } = draft;
    if (!isPolicyName(policyName)) return;
    const { batchId, done } = sending(edition);
    mutate({ command: { ...path, batchId, edition, policyName, vmIds: machines.map(({ id }) => id).filter(isVmId) }, done });
  };
  const isGone = error !== null && toProblemError(error).problem.code === 'policy-gone';
  return { run, isPending, error, policyGone: isGone ? variables?.command.policyName : undefined };
}

/** What the cards of the wizard say was chosen. */
interface Steps {
  goalChosen: boolean;
  policyName: string | null;
  machineCount: number;
  /** The cards tell of an attempt whose result is open, not of the draft. */
  ofAttempt: boolean;
}

/** The choices of the attempt whose result stands beside the cards; else those of the draft. */
function useSteps(path: VaultPath, draft: BackupDraft): Steps {
  const batchId = useMatch(`${paths.backup(path)}/result/:batchId`)?.params.batchId;
  const { data: batch, error } = useQuery({
    ...protectionQuery(path, batchId ?? ''),
    enabled: batchId !== undefined,
    refetchInterval: false,
  });
  if (batchId === undefined || error !== null) {
    return { goalChosen: draft.goalChosen, policyName: draft.policyName, machineCount: draft.machines.length, ofAttempt: false };
  }
  return { goalChosen: true, policyName: batch?.policyName ?? null, machineCount: batch?.results.length ?? 0, ofAttempt: true };
}

export default function Backup() {
  const text = useText();
  const path = useVaultPath();
  const { pathname } = useLocation();
  const { draft, discard } = useBackupDraft(path);
  const enable = useEnable(path);
  const gone = useVaultGone(path);
  const { goalChosen, policyName, machineCount, ofAttempt } = useSteps(path, draft);
  const script = useScriptCommand(paths.backupScript(path), isComplete(draft) ? undefined : text(messages.enableLocked));
  const barred = useBarred(path, { vmIds: draft.machines.map(({ id }) => id).filter(isVmId) });

  const lacking = barred(map.backup.step);
  const whyNotEnable = () => {
    if (ofAttempt) return text(messages.attemptShown);
    if (gone !== null) return text(messages.vaultGone);
    if (lacking !== undefined) return lacking;
    if (!isComplete(draft)) return text(messages.enableLocked);
    return enable.isPending ? text(messages.enabling) : undefined;
  };

  const lockedUnless = (reached: boolean, reason: Message) => {
    if (ofAttempt) return text(messages.attemptShown);
    return reached ? undefined : text(reason);
  };

  return (
    <Blade
      title={text(titles.backup)}
      subtitle={path.vaultName}
      commands={[script]}
      busy={enable.isPending}
      problem={gone ?? enable.error}
      dirty={isDirty(draft)}
      onDiscard={discard}
      footer={
        <>
          {!ofAttempt && <FirstBackupNotice path={path} machines={draft.machines} />}
          <CommandButton
            isBarred={lacking !== undefined}
            onClick={enable.run}
            reason={whyNotEnable()}
            failed={enable.error}
            entries={[draft.policyName, draft.machines.map(({ id }) => id)]}
          >
            {text(messages.enable)}
          </CommandButton>
        </>
      }
    >
      {enable.policyGone !== undefined && <InfoBox>{text(messages.policyGone, { policy: enable.policyGone })}</InfoBox>}
      <DelegatedNote vault={path} />
      <StepCard
        number={1}
        title={text(messages.goal)}
        subline={text(goalChosen ? messages.goalValue : messages.select)}
        to={paths.backupGoal(path)}
        done={goalChosen}
        selected={pathname === paths.backupGoal(path)}
      />
      <StepCard
        number={2}
        title={text(messages.policy)}
        subline={policyName ?? text(messages.select)}
        to={paths.backupPolicy(path)}
        done={policyName !== null}
        selected={pathname.startsWith(paths.backupPolicy(path))}
        lockedReason={lockedUnless(goalChosen, messages.policyLocked)}
      />
      <StepCard
        number={3}
        title={text(messages.items)}
        subline={machineCount > 0 ? text(messages.itemsValue, { count: machineCount }) : text(messages.select)}
        to={paths.selectMachines(path)}
        done={machineCount > 0}
        selected={pathname === paths.selectMachines(path)}
        lockedReason={lockedUnless(goalChosen && policyName !== null, messages.itemsLocked)}
      />
      {!ofAttempt && <KeyVaultNotice machines={draft.machines} />}
      {!ofAttempt && (
        <p>
          <TextLink to={paths.prerequisitesInWizard(path)}>{text(messages.prerequisites)}</TextLink>
        </p>
      )}
    </Blade>
  );
}
