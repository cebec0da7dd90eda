import type { ArmRoute } from '../../arm/route';
import { queryResources } from './query';

export const routes: readonly ArmRoute[] = [['POST', '/providers/Microsoft.ResourceGraph/resources', null, { query: queryResources }]];
