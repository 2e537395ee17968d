export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** Bytes cross the process border as base64. */
export type Bytes = Uint8Array;
