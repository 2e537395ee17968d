// Each operation of the host, as a call of the plugin's own function.
import type { Context, Delivery, HttpResponse, Identities, Json, Plugin, RawRequest } from '@planwright/plugin-sdk';
import type { Evidence, PlanProgress, RuleEnvironment } from '@planwright/schema/rules';
import type { Operation } from '../wire.ts';
import { withoutClock } from './no-clock.mts';

type Args = Record<string, unknown>;
type Parser = { parse(value: unknown): unknown };

const named = <T,>(map: Record<string, T> | undefined, key: string, what: string): T => {
  const found = map && Object.hasOwn(map, key) ? map[key] : undefined;
  if (found === undefined) throw new Error(`The plugin has no ${what} “${key}”.`);
  return found;
};

const given = <T,>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The plugin cannot ${what}.`);
  return value;
};

/** Settings through the contribution's own schema, which fills in defaults. */
const parsed = (schema: Parser | undefined, value: unknown): never => (schema ? schema.parse(value) : value) as never;

function pure(value: unknown): unknown {
  if (value instanceof Promise) throw new Error('Rules and scorers answer at once: return the list, not a promise.');
  return value;
}

/** The value of the plugin's function; a promise for those that use the context. */
export function runOperation(
  plugin: Plugin,
  operation: Exclude<Operation, 'read'>,
  key: string,
  args: Args,
  ctx: () => Context,
): unknown {
  switch (operation) {
    case 'occurrences': {
      const rule = named(plugin.reminderRules, key, 'reminder rule');
      return withoutClock(() =>
        pure(
          rule.occurrences(
            args.people as PlanProgress[],
            parsed(rule.params, args.params),
            args.environment as RuleEnvironment,
          ),
        ),
      );
    }
    case 'score': {
      const scorer = named(plugin.scorers, key, 'scorer');
      return withoutClock(() => pure(scorer.score(args.evidence as Evidence[], parsed(scorer.params, args.params))));
    }
    case 'address': {
      const channel = named(plugin.channels, key, 'channel');
      return (args.identities as Identities[]).map((identities) => channel.address(identities));
    }
    case 'send': {
      const channel = named(plugin.channels, key, 'channel');
      const delivery = args.delivery as Delivery;
      return channel.send(ctx(), { ...delivery, params: parsed(channel.params, delivery.params) });
    }
    case 'settle': {
      const channel = named(plugin.channels, key, 'channel');
      return given(channel.settle, 'settle').call(channel, ctx(), args.refs as string[]);
    }
    case 'update': {
      const channel = named(plugin.channels, key, 'channel');
      return given(channel.update, 'update').call(channel, ctx(), args.ref as string, args.params as Json);
    }
    case 'cancel': {
      const channel = named(plugin.channels, key, 'channel');
      return given(channel.cancel, 'cancel').call(channel, ctx(), args.ref as string);
    }
    case 'check':
      return given(plugin.check, 'be tested').call(plugin, ctx());
    case 'receive':
      return named(plugin.inbound, key, 'inbound').receive(ctx(), args.request as RawRequest);
    case 'classify':
      return given(plugin.classify, 'classify').call(plugin, args.response as HttpResponse);
    case 'migrateConfig': {
      const steps = Object.entries(plugin.migrateConfig ?? {})
        .map(([from, step]) => ({ from: Number(from), step }))
        .filter(({ from }) => from >= (args.from as number))
        .sort((a, b) => a.from - b.from);
      return steps.reduce((config, { step }) => step(config), args.config as Record<string, unknown>);
    }
    default:
      throw new Error(`Unknown operation ${String(operation satisfies never)}.`);
  }
}
