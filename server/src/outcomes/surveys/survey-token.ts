import { createHash, randomBytes } from 'node:crypto';

/** What a link holds: 256 random bits. Only its hash is ever stored. */
export const newSurveyToken = (): string => randomBytes(32).toString('base64url');

export const hashSurveyToken = (token: string): Buffer => createHash('sha256').update(token).digest();
