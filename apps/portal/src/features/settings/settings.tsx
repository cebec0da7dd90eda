import { Blade } from '../../blades/blade';

export default function Settings() {
  return <Blade title="Settings" />;
}
