import * as z from 'zod';

/** What the BFF writes into the portal's page, in a JSON block with the id `portal-settings`. Cloud and local differ only in values. */
export const portalSettings = z.strictObject({
  clientId: z.string(),
  authority: z.url(),
  /** JSON of the authority's discovery document; only where the authority is not reached under its own name. */
  authorityMetadata: z.string().optional(),
  /** The one scope the portal asks for. */
  apiScope: z.string(),
  /** Whether each command needs a reason. */
  reasonRequired: z.boolean(),
  /** Build id; the API answers `version-mismatch` to a page of another build. */
  build: z.string(),
});

export type PortalSettings = z.infer<typeof portalSettings>;
