import type { Plugin } from 'vite';

export function withoutPretenuring(code: string): string;
export function noPretenuring(): Plugin;
