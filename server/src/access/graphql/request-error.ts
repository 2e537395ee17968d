import type { Language } from '@planwright/schema/text';
import { GraphQLError } from 'graphql';
import { sayIn } from '../generated/messages.js';

/** What concerns the request itself; everything that callers can correct in their input is a user error instead. */
export type RequestErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_COSTLY'
  | 'READ_ONLY'
  | 'INTERNAL';

/** Anything that knows which language to answer in. */
export interface Speaks {
  language: Language;
}

export type InputSentence = 'SUBSCRIPTION' | 'CURSOR' | 'FIRST' | 'ROWS';

/** The sentence of a code in the reader's language. */
export function sentenceOf(code: Exclude<RequestErrorCode, 'BAD_USER_INPUT'>, language: Language): string {
  return sayIn(language, `request.${code}`);
}

function requestError(code: Exclude<RequestErrorCode, 'BAD_USER_INPUT'>, { language }: Speaks): GraphQLError {
  return new GraphQLError(sentenceOf(code, language), { extensions: { code } });
}

export const unauthenticated = (speaker: Speaks) => requestError('UNAUTHENTICATED', speaker);
export const forbidden = (speaker: Speaks) => requestError('FORBIDDEN', speaker);
/** Also for what is there but hidden from the caller. */
export const notFound = (speaker: Speaks) => requestError('NOT_FOUND', speaker);
export const rateLimited = (speaker: Speaks) => requestError('RATE_LIMITED', speaker);
export const tooCostly = (speaker: Speaks) => requestError('QUERY_TOO_COSTLY', speaker);

/** Input that no form of ours sends. `path` are keys into the arguments. */
export function badInput({ language }: Speaks, sentence: InputSentence, path: string[]): GraphQLError {
  return new GraphQLError(sayIn(language, `request.${sentence}`), { extensions: { code: 'BAD_USER_INPUT', path } });
}
