import type { Job } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { operationWord, statusWord } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { ALL, type JobFilter, wordsIn } from './job-filter';
import { messages } from './messages';
import { NarrowingField } from '../../ui/table/narrowing';

interface JobToolsProps {
  jobs: readonly Job[];
  /** How far back the list can reach, in days. */
  ranges: readonly number[];
  filter: JobFilter;
  onFilter: (filter: JobFilter) => void;
}

/** Filters beside the filter box: how far back, status, operation. */
export function JobTools({ jobs, ranges, filter, onFilter }: JobToolsProps) {
  const text = useText();
  const word = useWord();
  const choices = (chosen: string, words: readonly string[], label: (value: string) => string) => [
    { value: ALL, label: text(messages.all) },
    ...(chosen === ALL || words.includes(chosen) ? words : [chosen, ...words]).map((value) => ({ value, label: label(value) })),
  ];
  return (
    <>
      <SelectField
        orientation="horizontal"
        label={text(messages.period)}
        value={String(filter.days)}
        onChange={(_, { value }) => onFilter({ ...filter, days: Number(value) })}
        options={ranges.map((days) => ({ value: String(days), label: text(messages.lastDays, { days }) }))}
      />
      <NarrowingField
        lateOptions="short"
        label={text(messages.status)}
        value={filter.status}
        onChange={(_, { value: status }) => onFilter({ ...filter, status })}
        options={choices(filter.status, wordsIn(jobs, 'status'), (value) => word(statusWord(value)))}
      />
      <NarrowingField
        lateOptions="short"
        label={text(messages.operation)}
        value={filter.operation}
        onChange={(_, { value: operation }) => onFilter({ ...filter, operation })}
        options={choices(filter.operation, wordsIn(jobs, 'operation'), (value) => word(operationWord(value)))}
      />
    </>
  );
}
