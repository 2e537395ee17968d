import type { EnrolmentEvent } from '@planwright/schema/engine';
import type { Instant } from '@planwright/schema/time';

type Written = [seq: number, recordedAt: string, occurredAt: string, actor: string, type: string, data: unknown];

/** The store accepts only events of the closed set, so what stands in a text is an EnrolmentEvent by construction. */
export function eventsOf(text: string): EnrolmentEvent[] {
  const written: Written[] = JSON.parse(text);
  return written.map(
    ([seq, recordedAt, occurredAt, actor, type, data]) =>
      ({ seq, recordedAt: instant(recordedAt), occurredAt: instant(occurredAt), actor, type, data }) as EnrolmentEvent,
  );
}

/** `2026-01-05T10:00:00.25+00:00`, in whichever zone the connection has, as an Instant. */
function instant(text: string): Instant {
  if (!text.endsWith('+00:00') || text.length > 29) return new Date(text).toISOString();
  const time = text.slice(0, -6);
  return `${time}${time.length === 19 ? '.000' : '000'.slice(time.length - 20)}Z`;
}
