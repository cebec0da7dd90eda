import { Blade } from '../../blades/blade';

export default function Job() {
  return <Blade title="Job" />;
}
