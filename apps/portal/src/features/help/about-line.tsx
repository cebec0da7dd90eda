import type { VaultPath } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { fixMessages as messages } from './fix-messages';
import { needsItem, type Known } from './fix-links';
import type { HelpEntry } from './help-entry-kind';

/** Which machine and key vault an entry is about, as far as the way here has told. */
export function AboutLine({ vault, entry, known }: { vault: VaultPath; entry: HelpEntry; known: Known }) {
  const text = useText();
  const { machine, keyVaultId } = known;
  if (machine === undefined && keyVaultId === undefined) return null;
  const names = [machine?.vmName, keyVaultId?.split('/').at(-1)].filter((name) => name !== undefined);
  return (
    <>
      <p>
        {text(messages.about)}: <strong>{names.join(', ')}</strong>
      </p>
      {machine !== undefined && needsItem(entry.fixes) && (
        <p>
          <TextLink to={paths.helpEntry(vault, [entry.id])}>{text(messages.otherMachine)}</TextLink>
        </p>
      )}
    </>
  );
}
