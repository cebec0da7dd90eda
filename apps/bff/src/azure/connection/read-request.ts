import type { PipelineRequest } from '@azure/core-rest-pipeline';

/** Reads of Resource Graph are POSTs that change nothing. */
export const isRead = ({ method, url }: PipelineRequest): boolean =>
  method === 'GET' || new URL(url).pathname === '/providers/Microsoft.ResourceGraph/resources';
