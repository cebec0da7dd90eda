declare module 'virtual:contract' {
  import type { Contract } from '@tresor/contracts';
  const contract: Contract;
  export default contract;
}
