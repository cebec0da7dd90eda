/** Groups that a token of this kind holds at most; of more it only tells where they can be asked for. */
const MOST_GROUPS = 200;

/** Services whose tokens tell the groups of a person. */
const TOLD = /^https:\/\/(?:management\.azure\.com|management\.core\.windows\.net|vault\.azure\.net)\/?$/;

/** The claims of an access token about the groups of a person, directly and through other groups. */
export function groupClaims(audience: string, objectId: string, groupIds: readonly string[]): Record<string, unknown> {
  if (!TOLD.test(audience) || groupIds.length === 0) return {};
  if (groupIds.length <= MOST_GROUPS) return { groups: groupIds };
  const endpoint = `https://graph.microsoft.com/v1.0/users/${objectId}/getMemberObjects`;
  return { _claim_names: { groups: 'src1' }, _claim_sources: { src1: { endpoint } } };
}
