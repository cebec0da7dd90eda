import { NewPolicy } from './new-policy';

export default function CreatePolicy() {
  return <NewPolicy />;
}
