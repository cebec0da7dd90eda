import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { sameName } from '@tresor/support-matrix';
import { AddedTags } from '../../../azure/tags/added-tags';
import { resourceGroupsQuery } from '../../../api/restore-queries';
import { useText } from '../../../language/use-text';
import { CheckboxField } from '../../../ui/fields/checkbox-field';
import { ChoiceField } from '../../../ui/fields/choice-field';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { DateField, SelectField, TextField } from '../../../ui/fields/fields';
import { editionNames } from '../../../words/encryption';
import { messages } from './messages';
import { ObjectiveField } from './objective-field';
import { TagObjectives } from './tag-objectives';
import type { PlanForm } from './use-plan-draft';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(280px, 100%), 1fr))', gap: '10px 24px' },
  hint: { margin: '0 0 6px', paddingLeft: '34px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  below: { margin: '4px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  own: { display: 'flex', flexDirection: 'column', gap: '10px' },
});

const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Name, what is wanted of it, moment, target, and the rules by which it is judged and restored. */
export function PlanFields({ form }: { form: PlanForm }) {
  const styles = useStyles();
  const text = useText();
  const { kept, change } = form;
  return (
    <div className={styles.fields}>
      <div className={styles.own}>
        <TextField
          label={text(messages.name)}
          required
          value={form.name}
          error={form.nameFault}
          onChange={(_, { value }) => change({ name: value })}
        />
        <ObjectiveField label={text(messages.rto)} value={kept.rto} onChoose={(rto) => change({ rto })} />
        <ObjectiveField label={text(messages.rpo)} value={kept.rpo} onChoose={(rpo) => change({ rpo })} />
        <TagObjectives rows={kept.tagObjectives} tags={form.tags} onChange={(tagObjectives) => change({ tagObjectives })} />
      </div>
      <div className={styles.own}>
        <ChoiceField
          label={text(messages.moment)}
          value={kept.moment}
          onChange={(moment) => change({ moment })}
          options={[
            { value: 'newest', label: text(messages.newest), explanation: text(messages.newestText) },
            { value: 'unsuspicious', label: text(messages.unsuspicious), explanation: text(messages.unsuspiciousText) },
            { value: 'before', label: text(messages.before), explanation: text(messages.beforeText) },
          ]}
        />
        {kept.moment === 'before' && (
          <DateField
            withTime
            label={text(messages.time, { zone: browserZone() })}
            required
            value={kept.time}
            onChange={(_, { value }) => change({ time: value })}
          />
        )}
        <ChoiceField
          label={text(messages.edition)}
          value={form.edition}
          onChange={(edition) => change({ edition })}
          options={[
            { value: '2017-01', label: text(editionNames['2017-01']), explanation: text(messages.edition2017Text) },
            { value: 'current', label: text(editionNames.current), explanation: text(messages.editionCurrentText) },
          ]}
        />
      </div>
      <div>
        <ChoiceField
          label={text(messages.target)}
          value={kept.target}
          onChange={(target) => change({ target })}
          options={[
            { value: 'as-it-was', label: text(messages.asItWas), explanation: text(messages.asItWasText) },
            { value: 'group', label: text(messages.otherGroup), explanation: text(messages.otherGroupText) },
            { value: 'isolated', label: text(messages.isolated), explanation: text(messages.isolatedText) },
          ]}
        />
        {kept.target === 'group' && <GroupField form={form} />}
        {kept.target !== 'isolated' && (
          <>
            <CheckboxField
              label={text(messages.withTags)}
              checked={!kept.withoutTags}
              onChange={(checked) => change({ withoutTags: !checked })}
            />
            <p className={styles.hint}>{text(messages.tagsMean)}</p>
            <CheckboxField
              label={text(messages.withoutProximityGroup)}
              checked={kept.withoutProximityGroup}
              onChange={(withoutProximityGroup) => change({ withoutProximityGroup })}
            />
            <p className={styles.hint}>{text(messages.proximityGroupMeans)}</p>
          </>
        )}
        <AddedTags rows={kept.addedTags} onChange={(addedTags) => change({ addedTags })} />
        <p className={styles.below}>{text(messages.addedTagsMean)}</p>
      </div>
    </div>
  );
}

/** The groups of the first subscription; of the others the plan says where there is none of the name. */
function GroupField({ form: { selected, kept, change } }: { form: PlanForm }) {
  const [first] = selected;
  const text = useText();
  if (first === undefined) return <p>{text(messages.groupsAfter)}</p>;
  return <GroupsOf vault={first.vault} chosen={kept.group} onChoose={(group) => change({ group })} />;
}

interface GroupsOfProps {
  vault: PlanForm['selected'][number]['vault'];
  chosen: string;
  onChoose: (group: string) => void;
}

function GroupsOf({ vault, chosen, onChoose }: GroupsOfProps) {
  const text = useText();
  const groups = useQuery(resourceGroupsQuery(vault));
  const names = groups.data?.map(({ name }) => name) ?? [];
  const options = names.map((name) => ({ value: name, label: name }));
  // It stays chosen, and so it is shown.
  if (chosen !== '' && !names.some((name) => sameName(name, chosen))) options.push({ value: chosen, label: chosen });
  const isElsewhere = chosen !== '' && groups.data !== undefined && options.length > names.length;
  return (
    <>
      {groups.error !== null && <ProblemBar problem={groups.error} />}
      <SelectField
        label={text(messages.group)}
        required
        value={chosen}
        {...(isElsewhere && { hint: text(messages.groupElsewhere, { group: chosen }) })}
        onChange={(_, { value }) => onChoose(value)}
        options={[{ value: '', label: text(messages.groupNeeded) }, ...options]}
      />
    </>
  );
}
