import { Component, type ReactNode } from 'react';
import { bladeOf, depthOf } from './stack-context';
import type { OpenBlade } from './use-open-blades';

interface Props {
  blades: readonly OpenBlade[];
}

/**
 * Takes the focus off a blade that is about to be taken away. Else the browser would lay out the page while React exchanges its elements, and
 * once more when that is done. A class, for only these hear of a change before it is made; where the focus goes then is decided by `useArrival`.
 */
export class LeavingFocus extends Component<Props> {
  override getSnapshotBeforeUpdate({ blades: before }: Props): null {
    const { activeElement } = document;
    const blade = bladeOf(activeElement);
    if (blade === null || !(activeElement instanceof HTMLElement)) return null;
    const depth = depthOf(blade);
    if (before[depth]?.pathname !== this.props.blades[depth]?.pathname) activeElement.blur();
    return null;
  }

  override componentDidUpdate(): void {
    // React wants it beside the other.
  }

  override render(): ReactNode {
    return null;
  }
}
