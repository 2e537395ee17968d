import { visibleText } from '@planwright/schema/tables';
import type { CellRemark } from './table.ts';

/** A cell without what nobody sees. Spaces at its ends are no remark. */
export function cleaned(raw: string): { text: string; remark?: CellRemark } {
  const text = visibleText(raw);
  return text === raw.trim() ? { text } : { text, remark: { kind: 'invisible' } };
}
