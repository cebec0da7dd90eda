import { AREA_IDS, AREAS, CHECK_IDS, CHECKS, isFinding, wordsOf, type AreaId, type CheckId, type CheckResult, type Unseen } from './checks';
import type { Language, Text } from './define';

/** What the checks are about. */
const AREA_TITLES: Readonly<Record<'settings' | 'network' | 'signIn' | 'azure' | 'store', Text>> = {
  settings: { de: 'Server', en: 'Server' },
  network: { de: 'Netz', en: 'Network' },
  signIn: { de: 'Anmeldung', en: 'Sign-in' },
  azure: { de: 'Azure', en: 'Azure' },
  store: { de: 'Daten', en: 'Data' },
};

/** Why something was not seen; `what` is the name of another check, or what failed. */
const WHY: Readonly<Record<Unseen, (what: string) => Text>> = {
  after: (what) => ({ de: `Nicht gesehen, solange „${what}“ nicht behoben ist.`, en: `Not seen until “${what}” is mended.` }),
  person: () => ({
    de: 'Nicht gesehen: Dazu muss jemand angemeldet sein. Die Seite „Diagnose“ im Portal sieht es.',
    en: 'Not seen: someone has to be signed in for it. The page “Diagnosis” in the portal sees it.',
  }),
  directory: () => ({
    de: 'Nicht gesehen: Die API darf App-Registrierungen nicht lesen (Anwendungsberechtigung Application.Read.All von Microsoft Graph, freiwillig).',
    en: 'Not seen: the API may not read app registrations (application permission Application.Read.All of Microsoft Graph, optional).',
  }),
  local: () => ({ de: 'Nicht gesehen: Im lokalen Modus kommt es darauf nicht an.', en: 'Not seen: in local mode this does not matter.' }),
  unused: () => ({ de: 'Trifft hier nicht zu.', en: 'Does not apply here.' }),
  time: () => ({ de: 'Nicht gesehen: Es kam rechtzeitig keine Antwort.', en: 'Not seen: no answer came in time.' }),
  failed: (what) => ({ de: `Nicht gesehen: Die Prüfung scheiterte (${what}).`, en: `Not seen: the check failed (${what}).` }),
};

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => new Map(Object.entries(values)).get(name) ?? whole);

const isCheck = (id: string): id is CheckId => Object.hasOwn(CHECKS, id);

/** A result in words. `means` and `fix` are there only where something has to be mended. */
export interface DescribedResult {
  title: string;
  kind: 'sound' | 'finding' | 'unseen';
  seen: string;
  means?: string;
  fix?: string;
}

/** Says a result in a language. */
export function describeResult(result: CheckResult, language: Language): DescribedResult {
  const title = CHECKS[result.check].title[language];
  if (result.unseen !== undefined) {
    const what = isCheck(result.value) ? CHECKS[result.value].title[language] : result.value;
    return { title, kind: 'unseen', seen: WHY[result.unseen](what)[language] };
  }
  const words = wordsOf(result);
  const say = (text: Text) => filled(text[language], result.values);
  if (!words) return { title, kind: 'unseen', seen: WHY.failed(result.verdict)[language] };
  if (!isFinding(words)) return { title, kind: 'sound', seen: say(words.seen) };
  return { title, kind: 'finding', seen: say(words.seen), means: say(words.means), fix: say(words.fix) };
}

/** How many results are of which kind. */
function countKinds(results: readonly CheckResult[]): Record<DescribedResult['kind'], number> {
  const counts = { sound: 0, finding: 0, unseen: 0 };
  for (const result of results) counts[describeResult(result, 'en').kind] += 1;
  return counts;
}

const SUMMARY: Readonly<Record<Language, (counts: ReturnType<typeof countKinds>) => string>> = {
  de: ({ sound, finding, unseen }) => `Zu beheben: ${finding} · in Ordnung: ${sound} · nicht gesehen: ${unseen}`,
  en: ({ sound, finding, unseen }) => `To mend: ${finding} · in order: ${sound} · not seen: ${unseen}`,
};

/** The counts in one line. */
const summary = (results: readonly CheckResult[], language: Language): string => SUMMARY[language](countKinds(results));

const MARKS = { sound: '✓', finding: '✗', unseen: '–' } as const;
const LABELS: Readonly<Record<Language, readonly [means: string, fix: string]>> = {
  de: ['Bedeutet', 'Abhilfe'],
  en: ['Means', 'Fix'],
};

function lines(result: CheckResult, language: Language): string[] {
  const { title, kind, seen, means, fix } = describeResult(result, language);
  const [meansLabel, fixLabel] = LABELS[language];
  return [
    `  ${MARKS[kind]} ${title}: ${seen}`,
    ...(means === undefined ? [] : [`      ${meansLabel}: ${means}`]),
    ...(fix === undefined ? [] : [`      ${fixLabel}: ${fix}`]),
  ];
}

/** Results in the order in which they are told. */
export const inOrder = (results: readonly CheckResult[]): CheckResult[] =>
  results.toSorted((a, b) => CHECK_IDS.indexOf(a.check) - CHECK_IDS.indexOf(b.check));

/** The results of an area, in the order of its checks. */
const inArea = (area: AreaId, results: readonly CheckResult[]): CheckResult[] =>
  inOrder(results).filter(({ check }) => Object.hasOwn(AREAS[area], check));

/** Everything as plain text, area by area, for a terminal, a file or a message. */
export function report(results: readonly CheckResult[], language: Language): string {
  const areas = AREA_IDS.flatMap((area) => {
    const found = inArea(area, results);
    return found.length === 0 ? [] : [AREA_TITLES[area][language], ...found.flatMap((result) => lines(result, language)), ''];
  });
  return [...areas, summary(results, language)].join('\n');
}
