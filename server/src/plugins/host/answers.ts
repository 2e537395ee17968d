import { reminderRecipient } from '@planwright/schema/definition';
import { z } from 'zod';

const instant = z.iso.datetime({ precision: 3 });
const text = z.string().max(8000);
const localized = z.record(z.string().max(35), text);
const json: z.ZodType<import('@planwright/plugin-sdk').Json> = z.json();

const occurrence = z.strictObject({
  person: z.string(),
  key: z.string().min(1).max(200),
  at: instant,
  hard: z.boolean(),
  about: localized,
  why: localized,
  itemKey: z.string().optional(),
  stepKey: z.string().optional(),
  to: z.array(reminderRecipient).min(1).optional(),
  expiresAt: instant.optional(),
});

const score = z.strictObject({
  person: z.string(),
  score: z.number().min(0).max(100).nullable(),
  parts: z.array(z.strictObject({ id: z.string(), points: z.number(), of: z.number(), why: localized })),
});

const outcome = z.strictObject({
  person: z.string(),
  status: z.enum(['accepted', 'delivered', 'read', 'done', 'rejected', 'unknown', 'retry']),
  retryAfterMs: z.number().min(0).optional(),
  ref: z.string().max(2000).optional(),
  code: z.string().max(200).optional(),
  detail: text.optional(),
});

const verdict = z.enum(['ok', 'throttled', 'transient', 'auth', 'config', 'permanent']);

/** The shapes that plugins answer in. A plugin is not trusted: every answer goes through one of these. */
export const answerShapes = {
  occurrences: z.array(occurrence),
  score: z.array(score),
  address: z.array(z.string().max(500).nullable()),
  outcome,
  outcomes: z.array(outcome),
  check: z.strictObject({ verdict, messages: z.array(localized).max(50) }),
  received: z.strictObject({
    events: z.array(z.strictObject({ id: z.string(), type: z.string(), at: z.string(), data: json })),
    reply: z.strictObject({
      status: z.int().min(200).max(599),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.string(),
    }),
  }),
  verdict,
  config: z.record(z.string(), json),
  message: z.discriminatedUnion('t', [
    z.strictObject({ t: z.literal('record'), data: json }),
    z.strictObject({ t: z.literal('tombstone'), key: json }),
    z.strictObject({ t: z.literal('state'), state: json }),
  ]),
};

/** Where and why a value has not the shape, in a line. */
export function firstProblem(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'answer'}: ${issue.message}` : 'wrong shape';
}
