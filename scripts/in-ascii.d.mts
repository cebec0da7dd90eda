import type { Plugin } from 'vite';

export function toAscii(code: string): string;
export function inAscii(): Plugin;
