import type { Json, Verdict } from '@planwright/plugin-sdk';
import type { z } from 'zod';
import { type Resolve, systemResolve } from '../../../outbound/index.js';
import type { BrokerSession } from '../broker-session.js';
import type { LoadedRelease, PluginFailure } from '../plugin-host.js';
import type { Answered, AskOperation } from '../wire.js';
import type { CallScope } from './call-scope.js';
import { aesCbc, hmac } from './crypto.js';
import { Fault, wireFault } from './fault.js';
import { http } from './http.js';
import {
  aesRequest,
  fetchedToken,
  hmacRequest,
  httpRequest,
  kvGetRequest,
  kvSetRequest,
  smtpRequest,
  tokenRequest,
} from './requests.js';
import { Scrubber } from './scrubber.js';
import { CallSecrets } from './secrets.js';
import { SingleFlight } from './single-flight.js';
import { smtp } from './smtp.js';
import { verdictOfFault, verdictOfSmtp, verdictOfStatus } from './verdicts.js';

/** Bytes of one value that a plugin remembers. */
const MAX_VALUE = 64 * 1024;

export interface BrokerOptions {
  /** Names to addresses; the system's way without a word. */
  resolve?: Resolve;
}

function parsed<T>(shape: z.ZodType<T>, args: Json): T {
  const result = shape.safeParse(args);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Fault('refused', `The request is wrong. ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Does for plugins what they cannot do themselves, call by call and only as their session allows. */
export class Broker {
  readonly #resolve: Resolve;
  readonly #tokens = new SingleFlight();

  constructor(options: BrokerOptions = {}) {
    this.#resolve = options.resolve ?? systemResolve;
  }

  /** A scope for one call. Fails when the secrets of the integration cannot be read; nothing of the call has run then. */
  async open(
    release: LoadedRelease,
    session: BrokerSession,
    deadlineMs: number,
    classifies: boolean,
  ): Promise<{ ok: true; value: CallScope } | { ok: false; failure: PluginFailure }> {
    const scrubber = new Scrubber();
    const secrets = new CallSecrets(session, scrubber);
    try {
      await secrets.learnConfig();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      const message = `The secrets of ${release.id} cannot be read: ${scrubber.text(why)}`;
      return { ok: false, failure: { kind: 'refused', message } };
    }
    return { ok: true, value: this.#scope(session, secrets, scrubber, deadlineMs, classifies) };
  }

  #scope(
    session: BrokerSession,
    secrets: CallSecrets,
    scrubber: Scrubber,
    deadlineMs: number,
    classifies: boolean,
  ): CallScope {
    const over = new AbortController();
    const end = performance.now() + deadlineMs;
    /** Responses whose meaning the plugin itself will tell, with what they mean by their status. */
    const judged = new Map<number, { host: string; verdict: Verdict }>();
    const scrub = (text: string) => scrubber.text(text);
    const report = (host: string, verdict: Verdict): void => {
      session.report(host, verdict).catch((error: unknown) => {
        session.log('warn', 'the verdict on a host was not stored', { host, why: scrub(String(error)) });
      });
    };
    const tools = () => ({
      session,
      secrets,
      scrubber,
      resolve: this.#resolve,
      signal: over.signal,
      leftMs: end - performance.now(),
    });
    const answer = async (
      ask: number,
      operation: AskOperation,
      args: Json,
      fetch: () => Promise<Answered>,
    ): Promise<Json> => {
      switch (operation) {
        case 'http': {
          const request = parsed(httpRequest, args);
          try {
            const { response, host } = await http(request, tools());
            const verdict = verdictOfStatus(response.status);
            if (classifies) judged.set(ask, { host, verdict });
            else report(host, verdict);
            return response as unknown as Json;
          } catch (error) {
            const verdict = verdictOfFault(error);
            if (verdict) report(new URL(request.url).host, verdict);
            throw error;
          }
        }
        case 'smtp': {
          const request = parsed(smtpRequest, args);
          const response = await smtp(request, tools());
          report(request.host, verdictOfSmtp(response));
          return response as unknown as Json;
        }
        case 'hmac':
          return hmac(secrets, parsed(hmacRequest, args));
        case 'aesCbc':
          return aesCbc(secrets, parsed(aesRequest, args));
        case 'token': {
          const { name } = parsed(tokenRequest, args);
          return this.#tokens.run(JSON.stringify([session.integrationId, name]), async () => {
            const { $secret } = await session.token(name, async () => {
              const fetched = await fetch();
              if (!fetched.ok)
                throw new Fault(fetched.fault.code ?? 'failed', fetched.fault.message, fetched.fault.left ?? true);
              return parsed(fetchedToken, fetched.value);
            });
            await secrets.bytes($secret);
            return { $secret };
          });
        }
        case 'kvGet':
          return session.kv.get(parsed(kvGetRequest, args).key);
        case 'kvSet': {
          const { key, value } = parsed(kvSetRequest, args);
          if (Buffer.byteLength(JSON.stringify(value)) > MAX_VALUE)
            throw new Fault('refused', `A value over ${MAX_VALUE} bytes.`);
          await session.kv.set(key, scrubber.json(value));
          return null;
        }
        default:
          throw new Fault('refused', `Unknown request ${String(operation satisfies never)}.`);
      }
    };
    return {
      context: {
        config: session.config,
        now: session.now,
        deadline: new Date(Date.parse(session.now) + deadlineMs).toISOString(),
      },
      ask: async (ask, operation, args, fetch) => {
        try {
          return { ok: true, value: await answer(ask, operation, args, fetch) };
        } catch (error) {
          const fault = wireFault(error, scrub);
          if (fault.says) session.refused(fault.says);
          return { ok: false, fault };
        }
      },
      verdict: (ask, verdict) => {
        const about = judged.get(ask);
        judged.delete(ask);
        if (about) report(about.host, verdict);
      },
      log: (level, message, fields) =>
        session.log(level, scrub(message), scrubber.json(fields) as Record<string, Json>),
      scrub,
      scrubJson: (value) => scrubber.json(value),
      close: () => {
        over.abort();
        for (const { host, verdict } of judged.values()) report(host, verdict);
        judged.clear();
      },
    };
  }
}
