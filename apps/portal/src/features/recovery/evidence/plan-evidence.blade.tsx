import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { planEvidenceQuery } from '../../../api/evidence-queries';
import { EvidenceBlade } from '../../../azure/evidence/evidence-blade';
import { recordsOf } from '../../../azure/evidence/records';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { messages } from './messages';
import { rehearsalMessages } from './rehearsal-messages';
import { RehearsalAccount } from './rehearsal-account';
import { PlanAccount } from './plan-account';

/** What a restore plan, or a rehearsal of one, has come to, for those who were not there. */
export default function PlanEvidence() {
  const text = useText();
  const { planId = '' } = useParams();
  const query = useQuery(planEvidenceQuery(planId));
  const rehearsal = query.data && recordsOf(query.data, 'rehearsal')[0];
  const name = rehearsal?.name ?? (query.data && recordsOf(query.data, 'recovery-plan')[0]?.name);
  return (
    <EvidenceBlade
      title={text(rehearsal ? rehearsalMessages.title : titles.planEvidence)}
      subtitle={name ?? text(titles.recoveryPlan)}
      file={`${text(rehearsal ? rehearsalMessages.fileName : messages.fileName)}-${planId}`}
      query={query}
    >
      {(sealed) => (rehearsal ? <RehearsalAccount sealed={sealed} rehearsal={rehearsal} /> : <PlanAccount sealed={sealed} />)}
    </EvidenceBlade>
  );
}
