import type { Restore } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { disksMessages as messages } from '../progress/journey-messages';

/** What comes where the missing disks are restored again, before anybody asks for it. */
export function MissingDisks({ restore: { comesAgain } }: { restore: Restore }) {
  const text = useText();
  if (comesAgain === null) return <p>{text(messages.missingNotKnown)}</p>;
  return (
    <>
      <p>{text(messages.fromSamePoint)}</p>
      {comesAgain === 'all' && <p>{text(messages.bringsAll)}</p>}
      {comesAgain === 'with-system' && <p>{text(messages.bringsSystem)}</p>}
    </>
  );
}
