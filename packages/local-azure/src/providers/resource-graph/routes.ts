import type { ArmRoute } from '../../arm/route';
import { queryResources } from './query';
import { OWN_TABLES, type Tables } from './tables';

/** The graph's one operation, over its own tables and those that other providers fill. */
export function routesOver(filled: Tables): readonly ArmRoute[] {
  const tables: Tables = new Map([...OWN_TABLES, ...filled]);
  return [['POST', '/providers/Microsoft.ResourceGraph/resources', null, { query: (call) => queryResources(tables, call) }]];
}
