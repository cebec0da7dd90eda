import { NewPolicy } from './form/new-policy';

export default function CreatePolicy() {
  return <NewPolicy />;
}
