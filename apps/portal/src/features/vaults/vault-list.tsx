import { Blade } from '../../blades/blade';

export default function VaultList() {
  return <Blade title="VaultList" />;
}
