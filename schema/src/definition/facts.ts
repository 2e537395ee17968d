/** What conditions may know of a person. Only what is in an event; never looked up. */
export type Facts = Record<string, string | number | boolean | null>;
