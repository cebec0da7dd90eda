import { fileURLToPath } from 'node:url';
import { minifyContractRouter } from '@orpc/contract';
import type { Contract } from '@tresor/contracts';
import { runnerImport, type Plugin } from 'vite';

const source = fileURLToPath(new URL('../../../packages/contracts/src/contract.ts', import.meta.url));
const id = 'virtual:contract';

/** `virtual:contract` is the contract without its schemas: methods and paths are data, zod stays on the server. */
export function contractModule(): Plugin {
  return {
    name: 'tresor:contract',
    resolveId: (name) => (name === id ? `\0${id}` : undefined),
    async load(name) {
      if (name !== `\0${id}`) return undefined;
      this.addWatchFile(source);
      const { module } = await runnerImport<{ contract: Contract }>(source, { configFile: false });
      return `export default ${JSON.stringify(minifyContractRouter(module.contract))};`;
    },
  };
}
