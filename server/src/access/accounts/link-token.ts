import { createHash, randomBytes } from 'node:crypto';

/** What a link is for. The same token never does another thing. */
export const LINK_PURPOSES = ['INVITATION', 'RESET'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits. Only its hash is ever stored. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url');

/** The purpose is in the hash: the token of one kind of link is that of no other. */
export const hashLinkToken = (purpose: LinkPurpose, token: string): Buffer =>
  createHash('sha256').update(`${purpose}:${token}`).digest();

export const isLinkToken = (given: string): boolean => TOKEN.test(given);

/** Pages of the studio. The token stands in the fragment, which no server, log or Referer header ever gets to see. */
const PAGES = { INVITATION: '/accept', RESET: '/reset' } as const satisfies Record<LinkPurpose, string>;

export const linkPage = (purpose: LinkPurpose): string => PAGES[purpose];

export const linkPath = (purpose: LinkPurpose, token: string): string => `${PAGES[purpose]}#${token}`;
