import type { Language } from '../words';
import type { ReportData } from './data';

interface LanguageSummary {
  language: Language;
  labels: { all: number; found: number; explained: number; missing: number; untranslated: number };
  wrong: number;
  look: number;
  approvals: { approved: number; rejected: number; changed: number; new: number };
}

interface Summary {
  /** Figures left aside on purpose are not among all; of those that lack, the article's picture is not at hand. */
  figures: { all: number; present: number; changed: number; missing: number; aside: number; lacking: readonly string[] };
  steps: { all: number; shown: number; aside: number };
  languages: readonly LanguageSummary[];
}

/** What a person needs to know who reads nothing else. */
export function summaryOf({
  articles,
  scenes,
  findings,
  languages,
}: Pick<ReportData, 'articles' | 'scenes' | 'findings' | 'languages'>): Summary {
  const units = articles.flatMap(({ units }) => units);
  const figures = [
    ...new Map(
      articles.flatMap(({ name, units }) =>
        units.flatMap(({ figures }) => figures.map((figure) => [`${name}/${figure.image}`, figure] as const)),
      ),
    ).values(),
  ];
  const failed = new Set(findings.filter(({ code }) => code === 'not-played').map(({ scene }) => scene));
  const numbered = units.filter(({ kind }) => kind !== 'text');
  return {
    figures: {
      all: figures.filter(({ status }) => status !== 'aside').length,
      present: figures.filter(({ status }) => status === 'present').length,
      changed: figures.filter(({ status }) => status === 'changed').length,
      missing: figures.filter(({ status }) => status === 'missing' || status === 'failed').length,
      aside: figures.filter(({ status }) => status === 'aside').length,
      lacking: figures.flatMap(({ status, lacking }) => (status === 'aside' || lacking === undefined ? [] : [lacking])),
    },
    steps: {
      all: numbered.filter(({ aside }) => !aside).length,
      shown: numbered.filter(({ scenes }) => scenes.some((id) => !failed.has(id))).length,
      aside: numbered.filter(({ aside }) => aside).length,
    },
    languages: languages.map((language) => {
      const labels = units.flatMap(({ labels }) => labels).filter((label) => label.language === language && label.kind !== 'quoted');
      const outcome = (...outcomes: string[]) => labels.filter((label) => outcomes.includes(label.outcome)).length;
      const own = findings.filter((finding) => finding.language === language);
      const states = scenes.flatMap(({ takes }) => takes[language]?.state ?? []);
      const count = (state: string) => states.filter((known) => known === state).length;
      return {
        language,
        labels: {
          all: labels.length,
          found: outcome('found', 'elsewhere'),
          explained: outcome('explained'),
          missing: outcome('missing', 'spelled'),
          untranslated: outcome('untranslated'),
        },
        wrong: own.filter(({ weight }) => weight === 'wrong').length,
        look: own.filter(({ weight }) => weight === 'look').length,
        approvals: { approved: count('approved'), rejected: count('rejected'), changed: count('changed'), new: count('new') },
      };
    }),
  };
}

/** Whether each document was bound, everything of the articles has its scene, and nothing wrong was found. */
export const isWhole = ({ documents, findings }: Pick<ReportData, 'documents' | 'findings'>, missing: readonly unknown[]): boolean =>
  documents.every(({ by }) => by !== undefined) && missing.length === 0 && findings.every(({ weight }) => weight !== 'wrong');
