import { useQuery } from '@tanstack/react-query';
import type { ItemPath, Restore } from '@tresor/contracts';
import { useNavigate } from 'react-router';
import { vaultOf } from '../../../api/queries';
import { storageAccountsQuery } from '../../../api/restore-queries';
import { useRestoreDraft } from '../../../kept/use-item-drafts';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { useEdition } from '../../../kept/edition';
import { PlainButton, PrimaryButton } from '../../../ui/actions/buttons';
import { disksMessages as messages } from '../progress/journey-messages';

interface RestoreAgainProps {
  item: ItemPath;
  restore: Restore;
  /** There is a better way. */
  isSecond: boolean;
}

/** Restores the disks once more: point and places are those of this restore, to be looked at and sent. */
export function RestoreAgain({ item, restore, isSecond }: RestoreAgainProps) {
  const text = useText();
  const navigate = useNavigate();
  const edition = useEdition();
  const { choose } = useRestoreDraft(item);
  const region = restore.pairedRegion === null ? 'own' : 'paired';
  const accounts = useQuery(storageAccountsQuery(vaultOf(item), edition, region));
  const { recoveryPointId: id, recoveryPointTime: time, encrypted, managedDisks, targetGroup } = restore;
  const account = accounts.data?.find(({ name, reason }) => name === restore.storageAccountName && reason === null);
  const again = () => {
    choose({
      point: id === null || time === null || encrypted === null ? null : { id, time, encrypted, managedDisks },
      configuration: account ? { storageAccountId: account.id, storageAccountName: account.name, targetGroup, region } : null,
    });
    void navigate(paths.restoreItem(item));
  };
  const Button = isSecond ? PlainButton : PrimaryButton;
  return (
    <Button onClick={again} reason={accounts.isPending ? text(messages.againLoading) : undefined}>
      {text(messages.again)}
    </Button>
  );
}
