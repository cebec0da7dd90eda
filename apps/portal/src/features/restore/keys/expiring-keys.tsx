import type { Restore } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useNow } from '../../../language/use-now';
import { InfoBox } from '../../../ui/feedback/info-box';
import { expiringLinks } from '../../../azure/key-chain/expiring-links';
import { keyMessages as messages } from './key-messages';

/** Reminds of a key or secret that runs out soon, such as one that was extended for the restore. */
export function ExpiringKeys({ restore }: { restore: Restore }) {
  const text = useText();
  const format = useFormat();
  const links = expiringLinks(restore.keyChain, useNow());
  if (links.length === 0) return null;
  return (
    <InfoBox>
      {links.map(({ url, name, expires }) => (
        <p key={url}>{text(messages.expiring, { name, time: format.dateTime(expires) })}</p>
      ))}
      <p>{text(messages.expiringTodo)}</p>
    </InfoBox>
  );
}
