import { defineMessages } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';

const messages = defineMessages({
  title: { de: 'Kein Schutz vor endgültigem Löschen für {names}', en: 'No purge protection for {names}' },
  body: {
    de: 'Mit dem neuen virtuellen Computer sollte {count, plural, one {dieser Schlüsseltresor} other {diese Schlüsseltresore}} vor endgültigem Löschen geschützt werden. Azure lehnt das ab, etwa wegen einer Richtlinie (Azure Policy) oder einer Sperre. Wer entscheiden darf, was dort gilt, kann den Schutz im Azure-Portal einschalten.',
    en: 'Along with the new virtual machine, {count, plural, one {this key vault} other {these key vaults}} should have been protected from being purged. Azure refuses that, for example because of a policy (Azure Policy) or a lock. Anyone who decides on these can turn the protection on in the Azure portal.',
  },
});

/** Says which key vaults Azure refuses to protect from purging, beside what was asked for. */
export function useTellUnprotected(): (names: readonly string[]) => void {
  const text = useText();
  const format = useFormat();
  return (names) => {
    if (names.length === 0) return;
    notify({
      title: text(messages.title, { names: format.list(names) }),
      body: text(messages.body, { count: names.length }),
      intent: 'warning',
    });
  };
}
