import { PROBLEM_CODES } from '@tresor/contracts/problem-codes';
import { azureCodeWords, knownAzureCodes, sameCode } from '../../words/azure-codes';
import type { Message } from '../../language/messages';
import { problemText, problemTodoOfProvider } from '../../words/problem-texts';
import { RULE_WORDS } from '../../words/rules';
import { MACHINE_CHECKS } from '../../words/machine-check-words';
import { NO_OTHER, NOT_HELD, todoOfProvider, VERDICT_REASONS } from '../../words/verdict-words';
import { ARTICLE_ROWS } from './article-rows';
import { BACK_UP_AGAIN, fixesOfAzureCode, fixesOfCheck, fixesOfPoint, fixesOfProblem, isOfRestore, RESTORE_OTHERWISE } from './fixes-of';
import type { HelpEntry } from './help-entry-kind';

function azureEntries(): HelpEntry[] {
  return knownAzureCodes().flatMap((id): HelpEntry[] => {
    const words = azureCodeWords(id);
    if (words === null) return [];
    const entry = { id, code: id, title: words.reason, cause: null, remedy: words.remedy };
    return [{ ...entry, kind: isOfRestore(id) ? 'restore' : 'backup', fixes: fixesOfAzureCode(id) }];
  });
}

const pointEntries = (): HelpEntry[] =>
  VERDICT_REASONS.map(([id, { reason, todo }]) => {
    const remedyOfProvider = todoOfProvider(id);
    return {
      id: `point-${id}`,
      code: null,
      kind: 'restore',
      title: reason,
      cause: null,
      remedy: todo,
      ...(remedyOfProvider && { remedyOfProvider }),
      fixes: fixesOfPoint(id),
    };
  });

const notHeldEntry = (): HelpEntry => ({
  id: 'point-not-held',
  code: null,
  kind: 'restore',
  title: NOT_HELD.reason,
  cause: null,
  remedy: NOT_HELD.todo,
  fixes: RESTORE_OTHERWISE,
});

const noOtherEntry = (): HelpEntry => ({
  id: 'point-no-other',
  code: null,
  kind: 'restore',
  title: NO_OTHER.reason,
  cause: null,
  remedy: NO_OTHER.todo,
  fixes: BACK_UP_AGAIN,
});

const checkEntries = (): HelpEntry[] =>
  MACHINE_CHECKS.map(([id, { reason, todo }]) => ({
    id: `check-${id}`,
    code: null,
    kind: 'restore',
    title: reason,
    cause: null,
    remedy: todo,
    fixes: fixesOfCheck(id),
  }));

const ruleEntries = (): HelpEntry[] =>
  Object.entries(RULE_WORDS).map(([id, { reason, remedy }]) => ({
    id,
    code: null,
    kind: 'choice',
    title: reason,
    cause: null,
    remedy,
    fixes: ['encryption', 'machines', 'prerequisites', 'settings'],
  }));

const inOne = (first: Message, second: Message): Message => ({ de: `${first.de} ${second.de}`, en: `${first.en} ${second.en}` });

const problemEntries = (): HelpEntry[] =>
  PROBLEM_CODES.map((id) => {
    const { happened, certain, look, todo } = problemText(id);
    const remedyOfProvider = problemTodoOfProvider(id);
    const entry = { id, code: id, title: happened, cause: null, remedy: todo, fixes: fixesOfProblem(id) };
    return {
      ...entry,
      kind: 'portal',
      ...(remedyOfProvider && { remedyOfProvider }),
      ...(certain === null ? {} : { note: look === null ? certain : inOne(certain, look.first) }),
    };
  });

/** Everything that can be looked up: the rows of the article first. */
export const helpEntries = (): HelpEntry[] => [
  ...ARTICLE_ROWS,
  ...azureEntries(),
  ...pointEntries(),
  notHeldEntry(),
  noOtherEntry(),
  ...checkEntries(),
  ...ruleEntries(),
  ...problemEntries(),
];

/** The entry of the first of these codes, parted by commas, that has one; a code may mean the same as another. */
export function entryOf(codes: string): HelpEntry | undefined {
  const entries = new Map(helpEntries().map((entry) => [entry.id, entry]));
  const [first] = codes
    .split(',')
    .map((code) => entries.get(sameCode(code)))
    .filter((entry) => entry !== undefined);
  return first;
}
