import type { Plugin } from 'vite';

export interface Notice {
  name: string;
  version: string;
  identifier?: string;
  text?: string;
}

export function isAllowed(license?: string): boolean;
export function renderLicenses(notices: Notice[], manifestOf: (name: string) => { author?: string | { name: string } }): string;
export function licenses(): Plugin;
