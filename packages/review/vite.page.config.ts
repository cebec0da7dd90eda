import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** Puts script and style into the page itself: the report is one file. */
function onePage(): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const code = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
      const style = files
        .flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.css')
            ? [typeof file.source === 'string' ? file.source : new TextDecoder().decode(file.source)]
            : [],
        )
        .join('\n');
      for (const name of Object.keys(bundle)) delete bundle[name];
      const template = readFileSync('page/page.html', 'utf8');
      const source = template.replace('__STYLE__', () => style).replace('__CODE__', () => code.replaceAll('</script', '<\\/script'));
      this.emitFile({ type: 'asset', fileName: 'index.html', source });
    },
  };
}

export default defineConfig({
  plugins: [onePage()],
  // Where a library is built this is left to the build that takes it in; here is none.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: 'dist/page',
    target: 'es2022',
    lib: { entry: 'page/main.tsx', formats: ['iife'], name: 'review', cssFileName: 'page' },
  },
});
