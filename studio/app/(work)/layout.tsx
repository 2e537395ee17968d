import type { ReactNode } from 'react';
import { Work } from '@/features/frame/work';

export default function WorkLayout({ children }: { children: ReactNode }) {
  return <Work>{children}</Work>;
}
