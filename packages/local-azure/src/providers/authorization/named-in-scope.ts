import type { ArmCall } from '../../arm/route';

/** Where something is that has its name within a scope, as a lock or what belongs to a policy. */
export const placeOf = ({ params }: ArmCall) => ({ scope: params['scope'] ?? '', name: params['name'] ?? '' });
