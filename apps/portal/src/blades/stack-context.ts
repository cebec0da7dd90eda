import { createContext, useContext } from 'react';
import type { OpenBlade } from './use-open-blades';

/** Depths of the blades that do not stand as wide as they like. */
export interface BladeWindows {
  /** Folded to strips, so that the others have the room. */
  folded: ReadonlySet<number>;
  /** Fills all the room. */
  maximized: number | undefined;
}

export interface StackContext {
  /** Blades before this one have no room. */
  first: number;
  /** Blades after this one have no room either. */
  last: number;
  /** The newest blade in view that is not folded. */
  leading: number;
  windows: BladeWindows;
  setWindows: (windows: BladeWindows) => void;
  blades: readonly OpenBlade[];
}

const Stack = createContext<StackContext | undefined>(undefined);
export const StackProvider = Stack.Provider;

export function useStack(): StackContext {
  const stack = useContext(Stack);
  if (stack === undefined) throw new Error('A blade stands in a BladeStack.');
  return stack;
}

const Depth = createContext(0);
export const DepthProvider = Depth.Provider;
export const useDepth = (): number => useContext(Depth);

/** Whether the blade this is called in has the room that others leave. */
export const useLeads = (): boolean => useStack().leading === useDepth();

export const headingId = (depth: number): string => `blade-${depth}-heading`;
/** Of what is seen of the blade while it is folded. */
export const stripId = (depth: number): string => `blade-${depth}-strip`;

/** The blade that an element stands in, as an element. */
export const bladeOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-blade]') : null;

export const depthOf = (blade: HTMLElement): number => Number(blade.dataset['blade']);
