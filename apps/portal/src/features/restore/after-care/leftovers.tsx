import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { KeptFile, Restore } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../../api/api';
import { azureNow } from '../../../api/azure-time';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isStorageAccountId, isVmId } from '../../../api/known-ids';
import { storageAccountsQuery } from '../../../api/restore-queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useJobId, useVaultPath } from '../../../map/paths';
import { CommandButton } from '../../../azure/commands/command-button';
import { useBarred } from '../../../azure/rights/use-barred';
import { useEdition } from '../../../kept/edition';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { afterCareMessages as messages, stepReasons } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { messages as common } from '../messages';
import { useStepCommand } from '../progress/use-step-command';
import { useTellUnprotected } from '../progress/use-tell-unprotected';

const useStyles = makeStyles({
  list: { margin: '4px 0 8px', paddingLeft: '18px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
});

/** Until when something of it is kept at the latest; null where that has no end. */
const latestOf = (kept: readonly KeptFile[]): string | null =>
  kept.some(({ until }) => until === null)
    ? null
    : (kept
        .flatMap(({ until }) => until ?? [])
        .toSorted()
        .at(-1) ?? null);

/** Deletes what still holds key data and says what was found afterwards. */
export function Leftovers({ restore }: { restore: Restore }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const tellUnprotected = useTellUnprotected();
  const path = useVaultPath();
  const jobId = useJobId();
  const [checked, setChecked] = useState<{ at: Date; left: number; kept: Restore['keptLeftovers'] } | null>(null);
  const remove = useStepCommand(path, () => api.restores.removeLeftovers({ ...path, jobId }), {
    onSuccess({ left, kept, unprotected }) {
      tellUnprotected(unprotected);
      setChecked({ at: new Date(azureNow()), left: left.length, kept });
    },
  });
  const { storageAccountName } = restore;
  const seen = inSight(restore.leftovers);
  const leftovers = seen ?? [];
  const edition = useEdition();
  const accounts = useQuery({ ...storageAccountsQuery(path, edition), enabled: leftovers.length > 0 });
  const accountIds = accounts.data?.filter(({ name }) => name === storageAccountName).map(({ id }) => id) ?? [];
  const barred = useBarred(path, {
    diskGroups: [restore.targetGroup].filter(isResourceGroupName),
    vmIds: [inSight(restore.machineId) ?? ''].filter(isVmId),
    storageAccountIds: accountIds.filter(isStorageAccountId),
  });
  const isNeeded = viewOf(restore.steps, 'after-care')?.state === 'blocked';
  const never = isNeeded ? text(stepReasons['leftovers-needed']) : barred('remove-leftovers');
  const account = storageAccountName ?? text(common.none);
  const keptWords = (kept: readonly KeptFile[] | null) => {
    if (kept === null) return text(messages.keptUntold, { account });
    const until = latestOf(kept);
    return until === null ? text(messages.keptAsVersions, { account }) : text(messages.kept, { account, until: format.dateTime(until) });
  };
  const proof = () => {
    // Those who may not see it are told as little as those to whom Azure does not tell it.
    const kept = inSight((checked ?? { kept: restore.keptLeftovers }).kept) ?? null;
    const isGoneForGood = kept?.length === 0;
    if (checked === null) {
      if (seen?.length !== 0 || isNeeded) return null;
      return isGoneForGood ? text(messages.nothingLeft) : `${text(messages.deleted)} ${keptWords(kept)}`;
    }
    const moment = format.dateTime(checked.at);
    if (checked.left > 0) return text(messages.left, { moment });
    return isGoneForGood ? text(messages.gone, { moment }) : `${text(messages.deletedAt, { moment })} ${keptWords(kept)}`;
  };
  return (
    <>
      {remove.error !== null && <ProblemBar problem={remove.error} />}
      {leftovers.length > 0 && (
        <>
          <p>{text(messages.leftoversText, { account })}</p>
          <ul className={styles.list}>
            {leftovers.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <div className={styles.command}>
            <CommandButton
              onClick={() => remove.mutate()}
              reason={remove.isPending ? text(messages.removing) : never}
              failed={remove.error}
              isBarred={never !== undefined}
            >
              {text(messages.remove)}
            </CommandButton>
          </div>
        </>
      )}
      {seen === undefined && <p>{text(messages.outOfSight, { account })}</p>}
      <output>{proof()}</output>
    </>
  );
}
