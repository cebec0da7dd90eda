import { useQuery } from '@tanstack/react-query';
import { restoreEvidenceQuery } from '../../../api/evidence-queries';
import { EvidenceBlade } from '../../../azure/evidence/evidence-blade';
import { recordsOf } from '../../../azure/evidence/records';
import { useText } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { useJobId, useVaultPath } from '../../../map/paths';
import { messages } from './messages';
import { RestoreFacts } from './restore-facts';
import { RestoreTables } from './restore-tables';

/** What a restore has come to, for those who were not there. */
export default function RestoreEvidence() {
  const text = useText();
  const path = useVaultPath();
  const jobId = useJobId();
  const query = useQuery(restoreEvidenceQuery(path, jobId));
  const item = query.data && recordsOf(query.data, 'restore')[0]?.item;
  return (
    <EvidenceBlade
      title={text(titles.restoreEvidence)}
      subtitle={item?.vmName ?? path.vaultName}
      file={`${text(messages.fileName)}-${jobId}`}
      query={query}
    >
      {(sealed) => (
        <>
          <RestoreFacts sealed={sealed} />
          <RestoreTables sealed={sealed} />
        </>
      )}
    </EvidenceBlade>
  );
}
