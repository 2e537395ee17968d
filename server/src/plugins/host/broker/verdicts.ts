import type { SmtpResponse, Verdict } from '@planwright/plugin-sdk';
import { Fault } from './fault.js';

/** What a status means where the plugin has no word of its own on it. */
export function verdictOfStatus(status: number): Verdict {
  if (status === 401 || status === 403) return 'auth';
  if (status === 429) return 'throttled';
  if (status === 408 || status === 425 || status >= 500) return 'transient';
  return status >= 400 ? 'permanent' : 'ok';
}

/** What a failed call says about the host; nothing when the host was not asked. */
export function verdictOfFault(error: unknown): Verdict | undefined {
  if (!(error instanceof Fault)) return undefined;
  switch (error.code) {
    case 'unreachable':
    case 'timeout':
    case 'cut':
      return 'transient';
    case 'too-large':
      return 'permanent';
    case 'refused':
    case 'throttled':
    case 'failed':
      return undefined;
    default:
      return error.code satisfies never;
  }
}

export function verdictOfSmtp({ stage, code }: SmtpResponse): Verdict {
  if (stage !== 'answered') return 'transient';
  if (code === 535 || code === 530) return 'auth';
  if (code === 421 || code === 450 || code === 451 || code === 452) return 'transient';
  return code !== undefined && code >= 500 ? 'permanent' : 'ok';
}
