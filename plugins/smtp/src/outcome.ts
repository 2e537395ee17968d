import type { Outcome, SmtpResponse, Verdict } from '@planwright/plugin-sdk';

/** The account is wrong, not the mail: an administrator fixes it, and the mail goes out then. */
const ACCOUNT_CODES = [530, 534, 535, 538];
/** Servers that say “later” (greylisting) mean minutes. */
const LATER_MS = 300_000;

type Said = Omit<Outcome, 'person'>;

/** What became of a mail to one address (RFC 5321: 4xx = later, 5xx = never, and after the data an answer or nobody knows). */
export function outcomeOf(response: SmtpResponse, address: string, ref: string): Said {
  const { stage, code, text } = response;
  if (stage === 'after-data') return { status: 'unknown', ref, detail: text };
  const refusal = response.rejected.find((each) => each.address === address);
  if (refusal) return refused(refusal.code, refusal.text);
  if (stage === 'answered' && response.accepted.includes(address) && isOk(code))
    return { status: 'accepted', ref, detail: text };
  if (stage === 'answered' && isOk(code)) return { status: 'unknown', ref, detail: text };
  return refused(code, text);
}

const isOk = (code: number | undefined): boolean => code === undefined || (code >= 200 && code < 300);

function refused(code: number | undefined, detail: string): Said {
  const said = { ...(code === undefined ? {} : { code: String(code) }), detail };
  const isForever = code !== undefined && code >= 500 && !ACCOUNT_CODES.includes(code);
  return isForever ? { status: 'rejected', ...said } : { status: 'retry', retryAfterMs: LATER_MS, ...said };
}

/** The same answer as to what it says of the settings. */
export function verdictOf({ stage, code }: SmtpResponse): Verdict {
  if (stage === 'answered' && isOk(code)) return 'ok';
  if (code !== undefined && ACCOUNT_CODES.includes(code)) return 'auth';
  if (code !== undefined && code >= 500) return 'config';
  return 'transient';
}
