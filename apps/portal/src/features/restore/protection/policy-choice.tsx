import { useText } from '../../../language/use-text';
import { SelectField } from '../../../ui/fields/fields';
import { protectionMessages as messages } from './protection-messages';
import type { EnableBackup } from './use-enable-backup';

/** The policy for the new machine; nothing is chosen beforehand where no policy of the old one is known. */
export function PolicyChoice({ enable }: { enable: EnableBackup }) {
  const text = useText();
  const { names, suggested, policyName, choose, policies } = enable;
  if (policies.data === undefined || names.length === 0) return null;
  return (
    <>
      <p>{text(suggested === null ? messages.noOldPolicy : messages.oldPolicy)}</p>
      <SelectField
        label={text(messages.policy)}
        required
        value={policyName ?? ''}
        onChange={(_, { value }) => choose(value === '' ? null : value)}
        options={[
          ...(suggested === null ? [{ value: '', label: text(messages.choosePolicy) }] : []),
          ...names.map((value) => ({ value, label: value })),
        ]}
      />
    </>
  );
}
