import type { OpenAzure } from '../azure/azure';
import type { ProtectionService } from '../workflows/enable-protection/protection-service';

/** What the routes work with; made once, at start. */
export interface Services {
  openAzure: OpenAzure;
  protection: ProtectionService;
}
