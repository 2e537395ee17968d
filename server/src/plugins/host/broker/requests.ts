import type { Json, MaySecret } from '@planwright/plugin-sdk';
import { z } from 'zod';

// A plugin is not trusted: what it asks is read by these shapes.
const ref = z.strictObject({ $secret: z.string().max(500) });
const maySecret: z.ZodType<MaySecret> = z.union([
  z.string(),
  ref,
  z.strictObject({ $join: z.array(z.union([z.string(), ref])).max(100), encode: z.enum(['base64', 'uri']).optional() }),
]);
const json = z.custom<Json>(() => true);
const base64 = z.string().transform((text) => Buffer.from(text, 'base64'));

export const httpRequest = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  url: z.string().max(8000),
  query: z.record(z.string(), maySecret).optional(),
  headers: z.record(z.string(), maySecret).optional(),
  body: z
    .union([
      z.strictObject({ json }),
      z.strictObject({ text: maySecret, contentType: z.string().max(200) }),
      z.strictObject({ form: z.record(z.string(), maySecret) }),
    ])
    .optional(),
  timeoutMs: z.number().min(1).optional(),
  keep: z.record(z.string(), z.string().max(500)).optional(),
});
export type HttpAsk = z.output<typeof httpRequest>;

export const smtpRequest = z.strictObject({
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  security: z.enum(['tls', 'starttls', 'none']),
  auth: z.strictObject({ user: z.string().max(500), password: ref }).optional(),
  envelope: z.strictObject({ from: z.string().max(500), to: z.array(z.string().max(500)).min(1).max(500) }),
  message: z.string(),
});
export type SmtpAsk = z.output<typeof smtpRequest>;

export const hmacRequest = z.strictObject({
  algorithm: z.enum(['sha1', 'sha256']),
  key: z.string(),
  data: base64,
  keySuffix: z.string().max(500),
});
export const aesRequest = z.strictObject({
  operation: z.enum(['encrypt', 'decrypt']),
  key: z.string(),
  iv: base64,
  data: base64,
});
export const tokenRequest = z.strictObject({ name: z.string().min(1).max(100) });
export const fetchedToken = z.object({ secret: ref, expiresInSeconds: z.number().min(0) });
export const kvGetRequest = z.strictObject({ key: z.string().min(1).max(200) });
export const kvSetRequest = z.strictObject({ key: z.string().min(1).max(200), value: json });
