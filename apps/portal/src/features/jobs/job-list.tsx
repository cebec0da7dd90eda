import { Blade } from '../../blades/blade';

export default function JobList() {
  return <Blade title="JobList" />;
}
