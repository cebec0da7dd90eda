import type { Message } from '../language/messages';

/** What a code of Azure means in this flow, and what to do. */
export interface AzureCodeWords {
  reason: Message;
  remedy: Message;
  /** Only Azure’s own words name what it is about. */
  named?: 'by-azure';
}
