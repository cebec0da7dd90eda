import { registerHooks, type ResolveFnOutput } from 'node:module';

// The modules of the icons name each other as a bundler understands it and Node does not: files without extension, folders by themselves.
registerHooks({
  resolve(name, context, next) {
    const resolve = (...endings: string[]): ResolveFnOutput => {
      const [ending = '', ...others] = endings;
      try {
        return next(name + ending, context);
      } catch (error) {
        if (others.length === 0) throw error;
        return resolve(...others);
      }
    };
    const isOfIcons = name.startsWith('.') && context.parentURL?.includes('/react-icons/lib/');
    return isOfIcons ? resolve('', '.js', '/index.js') : next(name, context);
  },
});
