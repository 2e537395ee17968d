import { messages } from './messages.js';
import type { Metric } from './metric.js';

/** What is wrong with a value of this metric, if anything. */
export function checkValue({ low, high, scale }: Metric, value: number): ReturnType<typeof messages.notANumber> | null {
  if (!Number.isFinite(value)) return messages.notANumber();
  if (scale === 'YES_NO') return value === 0 || value === 1 ? null : messages.notYesNo();
  const within = (low === null || value >= low) && (high === null || value <= high);
  return within ? null : messages.outOfBounds(low, high);
}
