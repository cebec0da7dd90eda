import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Restore } from '@tresor/contracts';
import { useState } from 'react';
import { api } from '../../../api/api';
import { azureNow } from '../../../api/azure-time';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isStorageAccountId, isVmId } from '../../../api/known-ids';
import { storageAccountsQuery } from '../../../api/restore-queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useJobId, useVaultPath } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { useEdition } from '../../../kept/edition';
import { PrimaryButton } from '../../../ui/actions/buttons';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { afterCareMessages as messages, stepReasons } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { messages as common } from '../messages';
import { useStepCommand } from '../progress/use-step-command';

const useStyles = makeStyles({
  list: { margin: '4px 0 8px', paddingLeft: '18px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Deletes what still holds key data and says what was found afterwards. */
export function Leftovers({ restore }: { restore: Restore }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const jobId = useJobId();
  const [checked, setChecked] = useState<{ at: Date; left: number } | null>(null);
  const remove = useStepCommand(path, () => api.restores.removeLeftovers({ ...path, jobId }), {
    onSuccess: (left) => setChecked({ at: new Date(azureNow()), left: left.length }),
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
  const whyNot = () => {
    if (remove.isPending) return text(messages.removing);
    return isNeeded ? text(stepReasons['leftovers-needed']) : barred('remove-leftovers');
  };
  const proof = () => {
    if (checked === null) return seen?.length === 0 && !isNeeded ? text(messages.nothingLeft) : null;
    return text(checked.left === 0 ? messages.gone : messages.left, { moment: format.dateTime(checked.at) });
  };
  return (
    <>
      {remove.error !== null && <ProblemBar problem={remove.error} />}
      {leftovers.length > 0 && (
        <>
          <p>{text(messages.leftoversText, { account: storageAccountName ?? text(common.none) })}</p>
          <ul className={styles.list}>
            {leftovers.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <PrimaryButton onClick={() => remove.mutate()} reason={whyNot()}>
            {text(messages.remove)}
          </PrimaryButton>
        </>
      )}
      {seen === undefined && <p>{text(messages.outOfSight, { account: storageAccountName ?? text(common.none) })}</p>}
      <output>{proof()}</output>
    </>
  );
}
