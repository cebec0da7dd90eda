// Loaded before a program (`node --import`) that is run as its source: imports in it name files as a bundler understands it, without ending.
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';

const ENDINGS = ['.ts', '/index.ts'];

registerHooks({
  resolve(name, context, next) {
    if (!/^\.{1,2}(?:\/|$)/.test(name) || !context.parentURL?.endsWith('.ts')) return next(name, context);
    const place = new URL(name, context.parentURL).href.replace(/\/$/, '');
    const file = ENDINGS.map((ending) => `${place}${ending}`).find((candidate) => existsSync(new URL(candidate)));
    return next(file ?? name, context);
  },
});
