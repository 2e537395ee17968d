// Made from the names in schema/messages by `npm run messages`. Do not edit.
/** The languages that our own sentences are written in: a file of messages each. The first one is the usual one. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
