import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { vaultOfCall } from '../state/vault-store';

/** Lists of what only other workloads than virtual machines have: a vault of this Azure holds none of it. */
export function listNone(call: ArmCall): ArmAnswer {
  vaultOfCall(call);
  return { status: 200, body: { value: [] } };
}
