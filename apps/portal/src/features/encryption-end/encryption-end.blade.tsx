import { makeStyles } from '@fluentui/react-components';
import { CalendarLtr20Regular, Code20Regular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { ENCRYPTION_END_CLASSES, concernsEnd, type EncryptionEndClass } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { azureNow } from '../../api/azure-time';
import { encryptionEndQuery } from '../../api/queries';
import { EstateNotes } from '../../azure/estate/estate-notes';
import { noMachines } from '../../azure/estate/no-machines';
import { saidOf, useEstateScope } from '../../azure/estate/use-estate-scope';
import { Picture } from '../../azure/pictures/picture';
import { ListBlade } from '../../blades/list-blade';
import { useSaveCommands } from '../../blades/use-save-commands';
import { whyNotRead } from '../../blades/why-not-read';
import { useNow } from '../../language/use-now';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { download } from '../../ui/actions/download';
import { CountBars } from '../../ui/chart/count-bars';
import type { Tone } from '../../ui/chart/tones';
import { useAddressChoice, useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { EndingSummary } from './ending-summary';
import { countClasses, endingRows, inPlan, type EndingRow } from './ending-rows';
import { calendarWords, classNames, messages } from './messages';
import { planCalendar } from './plan-calendar';
import { useEndingColumns } from './use-ending-columns';
import { usePlanChoice } from './use-plan-choice';
import { NarrowingField } from '../../ui/table/narrowing';

const NONE: readonly never[] = [];
const CONCERNED = 'concerned';

const TONES: Readonly<Record<EncryptionEndClass, Tone>> = {
  rebuild: 'key',
  movable: 'long',
  untold: 'after',
  'at-host': 'main',
  'not-affected': 'main',
};

const useStyles = makeStyles({ plan: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 20px', margin: '10px 0' } });

const isShown = (show: string, { end }: EndingRow) => show === '' || end.class === show || (show === CONCERNED && concernsEnd(end.class));

/** Of every machine what the end of Azure Disk Encryption means for it, and the plan by which all leave it in time. */
export default function EncryptionEnd() {
  const styles = useStyles();
  const text = useText();
  const now = useNow();
  const scope = useEstateScope();
  const list = useQuery(encryptionEndQuery(scope.managementGroup));
  const { from, perWeek, fields } = usePlanChoice();
  const [show, choose] = useAddressChoice('show');
  const columns = useEndingColumns();
  const all = useMemo(() => endingRows(list.data ?? NONE, from, perWeek), [list.data, from, perWeek]);
  const plan = useMemo(() => inPlan(all, from, perWeek), [all, from, perWeek]);
  const rows = useMemo(() => all.filter((row) => isShown(show, row)), [all, show]);
  const withChoices = useLinkWithChoices();
  const whyNoPlan = () => {
    const unread = whyNotRead(list);
    if (unread !== undefined) return text(unread);
    return plan.length === 0 ? text(saidOf(scope, messages.nothingToPlan, messages.nothingToPlanHere)) : undefined;
  };
  const noPlan = whyNoPlan();
  const fileName = text(messages.fileName);
  const saveCalendar = () => {
    const words = {
      name: text(calendarWords.name),
      week: (count: number) => text(calendarWords.week, { count }),
      line: ({ machine, end }: EndingRow) => text(calendarWords.line, { name: machine.name, class: text(classNames[end.class]) }),
      end: text(calendarWords.end),
      endText: text(calendarWords.endText),
    };
    download(`${fileName}.ics`, 'text/calendar', planCalendar(plan, words, new Date(azureNow()).toISOString()));
  };
  const saving = useSaveCommands({ fileName, columns, rows, complete: list.data !== undefined, error: list.error });
  return (
    <ListBlade
      id="encryptionEnd"
      savesFilters
      afterPictures
      query={{ data: list.data && all, error: list.error, isPending: list.isPending, isFetching: list.isFetching, refetch: list.refetch }}
      commands={[
        { id: 'calendar', label: text(messages.calendar), icon: <CalendarLtr20Regular />, onClick: saveCalendar, reason: noPlan },
        {
          id: 'script',
          label: text(messages.script),
          icon: <Code20Regular />,
          href: withChoices(paths.encryptionEndScript()),
          reason: noPlan,
        },
        ...saving.commands,
      ]}
      filterLabel={text(messages.filter)}
      tools={
        <NarrowingField
          label={text(messages.show)}
          value={show}
          onChange={(_, { value }) => choose(value)}
          options={[
            { value: '', label: text(messages.all) },
            { value: CONCERNED, label: text(messages.concerned) },
            ...ENCRYPTION_END_CLASSES.map((value) => ({ value, label: text(classNames[value]) })),
          ]}
        />
      }
      rows={rows}
      columns={columns}
      onShown={saving.onShown}
      rowKey={({ id }) => id}
      rowName={({ machine }) => machine.name}
      href={({ machine: { subscriptionId, resourceGroup: vmGroup, name: vmName } }) =>
        withChoices(paths.leavingMachine({ subscriptionId, vmGroup, vmName }))
      }
      empty={text(all.length === 0 ? noMachines(scope) : messages.emptyFilter)}
    >
      <EstateNotes scope={scope} />
      {list.data !== undefined && (
        <>
          <EndingSummary plan={plan} from={from} perWeek={perWeek} now={now} />
          <div className={styles.plan}>{fields}</div>
          <Picture title={text(messages.byClass)} level={2}>
            {() => (
              <CountBars
                label={text(messages.byClass)}
                head={text(messages.class)}
                counts={countClasses(all).map(({ class: one, count }) => ({
                  key: one,
                  label: text(classNames[one]),
                  count,
                  tone: TONES[one],
                }))}
                to={(one) => withChoices(paths.encryptionEnd(), { show: one })}
              />
            )}
          </Picture>
        </>
      )}
    </ListBlade>
  );
}
