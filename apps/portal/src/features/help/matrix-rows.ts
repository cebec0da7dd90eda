import {
  type Edition,
  EDITIONS,
  type Rule,
  RULES,
  type Source,
  SUPPORT_CASES,
  type SupportArea,
  type SupportCase,
} from '@tresor/support-matrix';
import { supportNames, supportStatus } from '../../words/encryption';
import type { Message } from '../../language/messages';
import { RULE_WORDS } from '../../words/rules';
import type { Status } from '../../words/status';
import { CASE_WORDS, RULE_DEVIATIONS } from './case-words';
import { matrixMessages as messages } from './matrix-messages';

/** The `{limit}` of a word; 0 where it has none. */
interface Limited {
  limit: number;
}

const NO_LIMIT: Limited = { limit: 0 };

/** What one edition says. */
interface MatrixCell {
  status: Status;
  word: Message<'limit'>;
  values: Limited;
  source: Source | null;
}

export interface MatrixRow {
  /** The id of the rule or the case; part of the address. */
  id: string;
  area: SupportArea | 'choice';
  title: Message<'limit'>;
  /** Of the edition that counts anything. */
  values: Limited;
  cells: Readonly<Record<Edition, MatrixCell>>;
  remedy: Message<'limit'> | null;
  note: Message | null;
  deviation: Message | null;
  /** Whether the editions say different things. */
  differs: boolean;
}

function ruleCell({ editions, effect }: Rule, edition: Edition): MatrixCell {
  const stated = editions[edition];
  if (stated === undefined) return { status: 'success', word: messages.noRule, values: NO_LIMIT, source: null };
  const { limit, source } = stated;
  const said =
    effect === 'refuses' ? { status: 'error' as const, word: messages.refuses } : { status: 'warning' as const, word: messages.notes };
  if (limit === null) return { ...said, values: NO_LIMIT, source };
  return { ...said, word: effect === 'refuses' ? messages.refusesAbove : messages.notesAbove, values: { limit }, source };
}

const bothEditions = (cellOf: (edition: Edition) => MatrixCell): Record<Edition, MatrixCell> => ({
  '2017-01': cellOf('2017-01'),
  current: cellOf('current'),
});

const differ = (cells: Record<Edition, MatrixCell>) =>
  cells['2017-01'].word !== cells.current.word || cells['2017-01'].values.limit !== cells.current.values.limit;

function ruleRow(rule: Rule): MatrixRow {
  const cells = bothEditions((edition) => ruleCell(rule, edition));
  const limit = EDITIONS.map((edition) => cells[edition].values.limit).find((one) => one > 0) ?? 0;
  const { reason, remedy } = RULE_WORDS[rule.id];
  const deviation = RULE_DEVIATIONS[rule.id] ?? null;
  return { id: rule.id, area: 'choice', title: reason, values: { limit }, cells, remedy, note: null, deviation, differs: differ(cells) };
}

function caseRow({ id, area, editions }: SupportCase): MatrixRow {
  const cells = bothEditions((edition) => {
    const { support, source } = editions[edition];
    return { status: supportStatus[support], word: supportNames[support], values: NO_LIMIT, source };
  });
  const { title, note = null, deviation = null } = CASE_WORDS[id];
  return { id, area, title, values: NO_LIMIT, cells, remedy: null, note, deviation, differs: differ(cells) };
}

/** The whole support matrix: the rules that choose machines, then the cases around them. */
export const matrixRows = (): MatrixRow[] => [...RULES.map(ruleRow), ...SUPPORT_CASES.map(caseRow)];
