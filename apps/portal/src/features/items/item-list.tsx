import { Blade } from '../../blades/blade';

export default function ItemList() {
  return <Blade title="ItemList" />;
}
