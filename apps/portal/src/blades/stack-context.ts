import { createContext, useContext } from 'react';
import type { BladeHandle } from './blade-handle';
import type { OpenBlade } from './use-open-blades';
import type { BladeSize } from './visible-blades';

/** How the newest blade stands: as wide as it likes, alone, or folded. It ends with the blade. */
export interface BladeWindow {
  path: string | undefined;
  state: 'usual' | 'maximized' | 'minimized';
}

export interface StackContext {
  /** Blades before this one have no room. */
  first: number;
  newest: number;
  /** Depth of the blade that fills all the room. */
  maximized: number | undefined;
  /** Depth of the blade that is folded to a strip, so that those before it have the room. */
  minimized: number | undefined;
  setWindow: (window: BladeWindow) => void;
  blades: readonly OpenBlade[];
  /** A blade says how wide it wants to be; it is remembered for the next time such a blade is opened. */
  setSize: (blade: BladeHandle, size: BladeSize) => void;
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

/** Of the folded blade; there is one at most. */
export const stripId = 'blade-strip';
export const headingId = (depth: number): string => `blade-${depth}-heading`;
