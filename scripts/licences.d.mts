import type { Plugin } from 'vite';

export interface Notice {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

export function isAllowed(licence?: string): boolean;
export function renderLicences(notices: Notice[], manifestOf: (name: string) => { author?: string | { name: string } }): string;
export function licences(): Plugin;
