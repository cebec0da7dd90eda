import { BladeStack } from '../blades/blade-stack';

export function Shell() {
  return (
    <main style={{ height: '100%' }}>
      <BladeStack />
    </main>
  );
}
