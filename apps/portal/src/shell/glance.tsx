import { BackupDays } from '../azure/pictures/backup-days';
import { messages } from '../azure/pictures/messages';
import { ProtectionByKind } from '../azure/pictures/protection-by-kind';
import { useText } from '../language/use-text';
import { useAttentionStyles } from './attention.styles';

/** The estate as pictures, below all that asks for something to be done. */
export default function Glance() {
  const text = useText();
  const shared = useAttentionStyles();
  return (
    <section aria-labelledby="glance">
      <h2 id="glance" className={shared.title}>
        {text(messages.glance)}
      </h2>
      <BackupDays />
      <ProtectionByKind />
    </section>
  );
}
