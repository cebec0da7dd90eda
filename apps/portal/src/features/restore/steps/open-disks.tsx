import type { Restore } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useOptionalVaultPath } from '../../../map/paths';
import { useNeedWords } from '../../../azure/rights/use-need-words';
import { openDiskMessages as messages } from './open-disk-messages';

interface OpenDisksProps {
  restore: Pick<Restore, 'disks' | 'openDisks' | 'plainDisks'>;
  /** Whether applying the encryption is offered. */
  mayApply: boolean;
  /** Whether it is asked if disks were encrypted. */
  isAsked: boolean;
  /** Whether what it takes to see more is said here, and not of the step already. */
  saysNeeds: boolean;
}

/** The disks that do not count as encrypted by their names: which have to be again, which would be, too, and of which a person said that they were not. */
export function OpenDisks({ restore: { disks: restored, openDisks, plainDisks }, mayApply, isAsked, saysNeeds }: OpenDisksProps) {
  const text = useText();
  const format = useFormat();
  const needWords = useNeedWords(useOptionalVaultPath()?.subscriptionId);
  const { encrypted, untold, plain } = openDisks;
  const named = (disks: readonly string[]) => ({ count: disks.length, disks: format.list(disks) });
  return (
    <>
      {mayApply && encrypted.length > 0 && <p>{text(messages.known, named(encrypted))}</p>}
      {isAsked && (
        <>
          <p>{text(messages.untold, named(untold))}</p>
          <p>{text(messages.ways)}</p>
        </>
      )}
      {mayApply && plain.length > 0 && <p>{text(messages.alsoPlain, named(plain))}</p>}
      {restored.state === 'hidden' && untold.length > 0 && (
        <p>
          {text(messages.hidden, named(untold))}
          {saysNeeds && ` ${text(messages.hiddenNeeds, { needs: needWords(restored.needs) })}`}
        </p>
      )}
      {mayApply && !isAsked && restored.state === 'known' && untold.length > 0 && <p>{text(messages.alsoUntold, named(untold))}</p>}
      {plainDisks.map(({ disks, by, at }) => (
        <p key={at}>{text(messages.said, { name: by.name, time: format.dateTime(at), ...named(disks) })}</p>
      ))}
    </>
  );
}
