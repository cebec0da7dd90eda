import { createContext, useContext } from 'react';
import type { BladeSize } from './visible-blades';

export interface StackContext {
  /** Blades before this one have no room. */
  first: number;
  newest: number;
  maximized: number | undefined;
  setMaximized: (depth: number | undefined) => void;
  /** A blade says how wide it wants to be. */
  setSize: (depth: number, size: BladeSize) => void;
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

export const headingId = (depth: number): string => `blade-${depth}-heading`;
