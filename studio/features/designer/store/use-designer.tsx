'use client';
import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { Drop } from '../layout/drop';
import type { DesignerActions, DesignerState, DesignerStore } from './designer-store';

/** What the canvas can do for the parts around it; it registers itself while it is shown. */
export interface CanvasHandle {
  /** Where a new card would fall that is dropped with the pointer there; nothing outside the canvas. */
  dropAt(clientX: number, clientY: number): Drop | undefined;
  /** Brings a stage, item or link into view. */
  reveal(id: string): void;
}

interface DesignerContextValue {
  store: DesignerStore;
  canvas: { current: CanvasHandle | null };
}

const DesignerContext = createContext<DesignerContextValue | null>(null);

export function DesignerProvider({ store, children }: { store: DesignerStore; children: ReactNode }) {
  const canvas = useRef<CanvasHandle | null>(null);
  const value = useMemo(() => ({ store, canvas }), [store]);
  return <DesignerContext value={value}>{children}</DesignerContext>;
}

function useContextValue(): DesignerContextValue {
  const value = useContext(DesignerContext);
  if (!value) throw new Error('useDesigner is used outside DesignerProvider');
  return value;
}

/** One value of the open plan; the component renders again when it changes. */
export const useDesigner = <Value,>(select: (state: DesignerState & DesignerActions) => Value): Value =>
  useStore(useContextValue().store, select);

export const useDesignerStore = (): DesignerStore => useContextValue().store;
export const useCanvasHandle = (): { current: CanvasHandle | null } => useContextValue().canvas;
