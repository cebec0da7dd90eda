import type { Job } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { SelectField } from '../../ui/fields/fields';
import { operationWord, statusWord } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { ALL, type JobFilter, type Range, RANGES, wordsIn } from './job-filter';
import { messages } from './messages';

interface JobToolsProps {
  jobs: readonly Job[];
  range: Range;
  onRange: (range: Range) => void;
  filter: JobFilter;
  onFilter: (filter: JobFilter) => void;
}

/** Filters beside the filter box: how far back, status, operation. */
export function JobTools({ jobs, range, onRange, filter, onFilter }: JobToolsProps) {
  const text = useText();
  const word = useWord();
  const all = { value: ALL, label: text(messages.all) };
  return (
    <>
      <SelectField
        orientation="horizontal"
        label={text(messages.period)}
        value={String(range)}
        onChange={(_, { value }) => onRange(RANGES.find((days) => String(days) === value) ?? 1)}
        options={RANGES.map((days) => ({ value: String(days), label: text(messages.lastDays, { days }) }))}
      />
      <SelectField
        orientation="horizontal"
        label={text(messages.status)}
        value={filter.status}
        onChange={(_, { value: status }) => onFilter({ ...filter, status })}
        options={[all, ...wordsIn(jobs, 'status').map((value) => ({ value, label: word(statusWord(value)) }))]}
      />
      <SelectField
        orientation="horizontal"
        label={text(messages.operation)}
        value={filter.operation}
        onChange={(_, { value: operation }) => onFilter({ ...filter, operation })}
        options={[all, ...wordsIn(jobs, 'operation').map((value) => ({ value, label: word(operationWord(value)) }))]}
      />
    </>
  );
}
