import { register } from 'node:module';

// The modules of the icons name each other as a bundler understands it and Node does not: files without extension, folders by themselves.
const hook = `export function resolve(name, context, next) {
  if (!name.startsWith('.') || !context.parentURL?.includes('/react-icons/lib/')) return next(name, context);
  return next(name, context).catch(() => next(name + '.js', context)).catch(() => next(name + '/index.js', context));
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
