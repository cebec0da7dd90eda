import type { PoliciesInTheWay } from '@tresor/contracts';
import { makeStyles } from '@fluentui/react-components';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { scopeName } from '../../words/scope-name';

const messages = defineMessages({
  forbids: {
    de: 'Eine Richtlinie (Azure Policy) verbietet das so: „{name}“, zugewiesen an: {scope}. Ändern oder eine Ausnahme einrichten kann, wer dort Besitzer oder „Mitwirkender bei Ressourcenrichtlinien“ ist. Oder wählen Sie etwas anderes.',
    en: 'A policy (Azure Policy) forbids this: “{name}”, assigned at: {scope}. An owner or a “Resource Policy Contributor” there can change it or create an exemption. Or choose something else.',
  },
  unseen: {
    de: 'Ob Richtlinien Ihrer Organisation (Azure Policy) das verbieten, ist für Sie nicht zu sehen.',
    en: 'You can’t see whether policies of your organization (Azure Policy) forbid this.',
  },
});

const useStyles = makeStyles({ list: { margin: 0, padding: 0, listStyleType: 'none' }, entry: { padding: '4px 0' } });

/** Policies that will forbid what is entered, told before it is sent; they keep nobody from asking Azure. Undefined while that is not known. */
export function PoliciesNotice({ found }: { found: PoliciesInTheWay | undefined }) {
  const styles = useStyles();
  const text = useText();
  const { policies, areSeen } = found ?? { policies: [], areSeen: true };
  return (
    <div aria-live="polite">
      {policies.length > 0 && (
        <ul className={styles.list}>
          {policies.map(({ name, scope }) => (
            <li key={`${scope} ${name}`} className={styles.entry}>
              <StatusBadge status="warning">{text(messages.forbids, { name, scope: scopeName(scope, text) })}</StatusBadge>
            </li>
          ))}
        </ul>
      )}
      {!areSeen && <StatusBadge status="unknown">{text(messages.unseen)}</StatusBadge>}
    </div>
  );
}
