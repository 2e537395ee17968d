import { type ReactNode, useEffect, useRef } from 'react';

/** A picker as it looks with its list open. */
export function Opened({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const field = box.current?.querySelector('input');
    field?.focus();
    field?.click();
  }, []);
  // Room for the list, which floats.
  return (
    <div ref={box} style={{ minHeight: 400 }}>
      {children}
    </div>
  );
}
