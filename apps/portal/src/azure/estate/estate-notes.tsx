import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { InfoBox } from '../../ui/feedback/info-box';
import { messages } from './messages';
import { useKeptGroup, type EstateScope } from './use-estate-scope';
import { useSightWords } from './use-sight-words';

const ALL = '';

/** Above a list over the estate: the management group it is about, and in which of its subscriptions it may leave something out. */
export function EstateNotes({ scope: { managementGroup, groups, isPending, choose } }: { scope: EstateScope }) {
  const text = useText();
  useKeptGroup();
  const words = useSightWords(managementGroup);
  const known = groups.find(({ name }) => name.toLowerCase() === managementGroup?.toLowerCase());
  const others = managementGroup !== undefined && !known ? [{ name: managementGroup, displayName: managementGroup }] : [];
  const options = [...groups, ...others].map(({ name, displayName }) => ({ value: name, label: displayName }));
  return (
    <>
      {/* Before they are known, too: what is below would move. */}
      {(isPending || options.length > 0) && (
        <SelectField
          orientation="horizontal"
          label={text(messages.managementGroup)}
          style={{ width: '320px', maxWidth: '100%', marginBottom: '4px' }}
          value={known?.name ?? managementGroup ?? ALL}
          onChange={(_, { value }) => choose(value)}
          options={[{ value: ALL, label: text(messages.allSubscriptions) }, ...options]}
        />
      )}
      {words && <InfoBox>{words}</InfoBox>}
    </>
  );
}
