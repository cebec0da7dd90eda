import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { vaultsQuery } from '../../api/queries';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { messages } from './messages';

/** So many vaults are called by their names. */
const MOST_NAMES = 5;

/** That a list of Resource Graph may lack what runs in paired regions, and which vaults tell of it themselves. */
export function PairedNote({ toList }: { toList: (vault: VaultPath) => string }) {
  const text = useText();
  const { data, error } = useQuery(vaultsQuery());
  if (data === undefined) return error === null ? null : <p>{text(messages.pairedAwayUnread)}</p>;
  const vaults = data.filter(({ crossRegionRestore }) => crossRegionRestore);
  if (vaults.length === 0) return null;
  const more = vaults.length - MOST_NAMES;
  return (
    <>
      <p>{text(messages.pairedAway)}</p>
      <ul>
        {vaults.slice(0, MOST_NAMES).map(({ id, name, ...path }) => (
          <li key={id}>
            <TextLink to={toList({ ...path, vaultName: name })}>{name}</TextLink>
          </li>
        ))}
        {more > 0 && (
          <li>
            <TextLink to={paths.vaults()}>{text(messages.moreVaults, { count: more })}</TextLink>
          </li>
        )}
      </ul>
    </>
  );
}
