import { POLICY_LIMITS } from '@tresor/support-matrix';
import { useController } from 'react-hook-form';
import type { PolicyForm } from '../../../kept/new-policy-draft';
import { useText } from '../../../language/use-text';
import { useEdition } from '../../../kept/edition';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { fieldId, useFault } from './fault-context';
import { useSectionStyles } from './level-section';
import { messages } from '../messages';

/** Standard or enhanced, where the edition has both; a policy that is there stays what it is. */
export function KindField({ isNew }: { isNew: boolean }) {
  const styles = useSectionStyles();
  const text = useText();
  const { field } = useController<PolicyForm, 'kind'>({ name: 'kind' });
  const { kinds } = POLICY_LIMITS[useEdition()];
  const fault = useFault('kind');
  if (kinds.length === 1 && field.value === 'standard') return null;
  const fixed = isNew ? undefined : text(messages.kindFixed);
  return (
    <div id={fieldId('kind')}>
      <ChoiceField
        label={text(messages.kind)}
        value={field.value}
        onChange={field.onChange}
        options={[
          {
            value: 'standard',
            label: text(messages.standard),
            explanation: text(messages.standardMeans),
            reason: field.value === 'standard' ? undefined : fixed,
          },
          {
            value: 'enhanced',
            label: text(messages.enhanced),
            explanation: text(messages.enhancedMeans),
            reason: field.value === 'enhanced' ? undefined : fixed,
          },
        ]}
      />
      {fault !== undefined && <div className={styles.error}>{fault}</div>}
    </div>
  );
}
