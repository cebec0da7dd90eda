import { defineMessages } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { notify } from '../../../notifications/notifications';

const messages = defineMessages({
  title: { de: 'Kein Schutz vor endgültigem Löschen für {names}', en: 'No purge protection for {names}' },
  body: {
    de: 'Das sollte mit dem neuen virtuellen Computer geschehen. Azure lehnt es ab, etwa wegen einer Richtlinie (Azure Policy) oder einer Sperre. Wer darüber entscheidet, kann den Schutz im Azure-Portal einschalten.',
    en: 'It should have come with the new virtual machine. Azure refuses that, for example because of a policy (Azure Policy) or a lock. Anyone who decides on these can turn it on in the Azure portal.',
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
      body: text(messages.body),
      intent: 'warning',
    });
  };
}
