import { Blade } from '../../blades/blade';

export default function Vault() {
  return <Blade title="Vault" />;
}
