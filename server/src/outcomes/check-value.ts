import type { Text } from '@planwright/schema/words';
import { say } from './generated/messages.js';
import type { Metric } from './metric.js';

/** What is wrong with a value of this metric, if anything. */
export function checkValue({ low, high, scale }: Metric, value: number): Text | null {
  if (!Number.isFinite(value)) return say('notANumber');
  if (scale === 'YES_NO') return value === 0 || value === 1 ? null : say('notYesNo');
  const within = (low === null || value >= low) && (high === null || value <= high);
  return within ? null : say('outOfBounds', { low: low ?? '−∞', high: high ?? '∞' });
}
