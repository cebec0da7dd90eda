import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { planEvidenceQuery } from '../../../api/evidence-queries';
import { EvidenceBlade } from '../../../azure/evidence/evidence-blade';
import { recordsOf } from '../../../azure/evidence/records';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { messages } from './messages';
import { PlanAccount } from './plan-account';

/** What a restore plan has come to, for those who were not there. */
export default function PlanEvidence() {
  const text = useText();
  const { planId = '' } = useParams();
  const query = useQuery(planEvidenceQuery(planId));
  const name = query.data && recordsOf(query.data, 'recovery-plan')[0]?.name;
  return (
    <EvidenceBlade
      title={text(titles.planEvidence)}
      subtitle={name ?? text(titles.recoveryPlan)}
      file={`${text(messages.fileName)}-${planId}`}
      query={query}
    >
      {(sealed) => <PlanAccount sealed={sealed} />}
    </EvidenceBlade>
  );
}
