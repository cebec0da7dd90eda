import type { ReportData } from './data';
import { LANGUAGES } from '../words';
import type { Approvals, Decision } from '../approvals/approvals';

/** What a report shows, approved by one person; decisions on screens the report does not show stay. */
export function approveAll({ scenes, approvals, environment }: ReportData, who: string, when: string, reason: string): Approvals {
  const made = scenes.flatMap(({ id, takes }) =>
    LANGUAGES.flatMap((language): Decision[] => {
      const take = takes[language];
      if (!take || take.failure) return [];
      const { pictures: images, structure, outline } = take;
      return [
        {
          scene: id,
          language,
          verdict: 'approved',
          who,
          when,
          reason,
          images,
          structure,
          environment,
          outline,
        },
      ];
    }),
  );
  const again = new Set(made.map(({ scene, language }) => `${language} ${scene}`));
  const kept = approvals.decisions.filter(({ scene, language }) => !again.has(`${language} ${scene}`));
  return { ...approvals, decisions: [...kept, ...made] };
}
