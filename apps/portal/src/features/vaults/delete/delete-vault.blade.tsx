import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Vault } from '@tresor/contracts';
import { isImmutable } from '@tresor/support-matrix';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { api } from '../../../api/api';
import { toProblemError, translated } from '../../../api/problem-error';
import { itemsQuery, vaultQuery } from '../../../api/queries';
import { Blade } from '../../../blades/blade';
import { whyNotRead } from '../../../blades/why-not-read';
import { useLeadOn } from '../../../blades/use-lead-on';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';
import { map } from '../../../map/map';
import { paths, useVaultPath } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { titles } from '../../../map/map';
import { TextLink } from '../../../ui/actions/text-link';
import { NameToConfirm, typeName } from '../../../azure/commands/name-to-confirm';
import { InfoBox } from '../../../ui/feedback/info-box';
import { CommandButton } from '../../../azure/commands/command-button';
import { ItemsThatHold } from './items-that-hold';
import { messages } from '../setup/messages';
import { vaultsChanged } from '../vaults-changed';

/** How long the vault keeps what is deleted in it; null where it does not, or Azure does not say. */
const softDeleteDaysOf = ({ softDelete, softDeleteDays }: Vault) => (softDelete === 'Disabled' ? null : softDeleteDays);

/** A vault that was there and is no more is as was asked: the first answer may have been lost. */
function unlessGone(error: unknown): undefined {
  if (toProblemError(error).problem.code !== 'vault-not-found') throw error;
}

/** Deletes an empty vault; else says what is in it. */
export default function DeleteVault() {
  const text = useText();
  const path = useVaultPath();
  const client = useQueryClient();
  const leadOn = useLeadOn();
  const items = useQuery(itemsQuery(path));
  const { data: vault } = useQuery(vaultQuery(path));
  const barred = useBarred(path);
  const [typed, setTyped] = useState('');
  const { vaultName: name } = path;
  const count = items.data?.length;
  const keptDays = vault === undefined ? null : softDeleteDaysOf(vault);

  const remove = useMutation({
    mutationFn: () => translated(api.vaults.delete(path)).catch(unlessGone),
    onSuccess(answer) {
      if (answer?.state === 'unknown') return vaultsChanged(client);
      notify({ title: text(messages.deleted, { name }), intent: 'success' });
      flushSync(() => setTyped(''));
      void leadOn(paths.vaults());
      vaultsChanged(client);
    },
    onError: () => void items.refetch(),
  });

  const lacking = barred(map.deleteVault.step);
  const reason = () => {
    if (lacking !== undefined) return lacking;
    const unread = whyNotRead(items);
    if (unread !== undefined) return text(unread);
    if (count !== undefined && count > 0) return text(messages.notEmpty);
    if (typed.trim() !== name) return text(typeName, { name });
    return remove.isPending ? text(messages.deleting) : undefined;
  };
  return (
    <Blade
      title={text(titles.deleteVault)}
      subtitle={name}
      busy={items.isFetching || remove.isPending}
      problem={remove.error ?? items.error}
      onRefresh={() => void items.refetch()}
      dirty={count === 0 && typed !== ''}
      footer={
        <CommandButton
          isBarred={count !== 0 || lacking !== undefined}
          reason={reason()}
          failed={remove.error}
          onClick={() => remove.mutate()}
        >
          {text(messages.delete)}
        </CommandButton>
      }
    >
      {remove.data?.state === 'unknown' && (
        <div role="alert">
          <InfoBox>
            <p>{text(messages.deleteUnknown)}</p>
            <TextLink to={paths.vaults()}>{text(messages.toVaults)}</TextLink>
          </InfoBox>
        </div>
      )}
      {items.data !== undefined && items.data.length > 0 && (
        <InfoBox>
          <p>{text(messages.blocked, { count: items.data.length })}</p>
          {keptDays !== null && <p>{text(messages.keptSoftDeleted, { days: keptDays })}</p>}
          {vault !== undefined && isImmutable(vault.immutability) && <p>{text(messages.immutable)}</p>}
          <ItemsThatHold
            path={path}
            items={items.data.toSorted((a, b) => a.name.localeCompare(b.name)).slice(0, 20)}
            count={items.data.length}
          />
        </InfoBox>
      )}
      {count === 0 && (
        <>
          <p>{text(messages.deleteMeans, { name })}</p>
          <NameToConfirm label={text(typeName, { name })} value={typed} onChange={setTyped} />
        </>
      )}
    </Blade>
  );
}
