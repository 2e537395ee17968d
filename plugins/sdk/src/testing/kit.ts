import type { Plugin } from '../plugin.js';
import { type ChannelFixture, channelLaws, channelSubject } from './channel-laws.js';
import { type ConnectorFixture, connectorLaws, connectorSubject } from './connector-laws.js';
import { type InboundFixture, inboundLaws, inboundSubject } from './inbound-laws.js';
import { register } from './law.js';
import { type ReminderRuleFixture, ruleLaws, ruleSubject } from './rule-laws.js';
import { type ScorerFixture, scorerLaws, scorerSubject } from './scorer-laws.js';

// Each of these makes one test of each law. They are called at the top of a test file, under jest or `node --test`.

/** @param key the channel's name in `channels` */
export function testChannel(plugin: AnyPlugin, key: string, fixture: ChannelFixture): void {
  register(`channel ${plugin.id}/${key}`, channelLaws, channelSubject(plugin, key, fixture));
}

export function testConnector(plugin: AnyPlugin, key: string, fixture: ConnectorFixture): void {
  register(`connector ${plugin.id}/${key}`, connectorLaws, connectorSubject(plugin, key, fixture));
}

export function testInbound(plugin: AnyPlugin, key: string, fixture: InboundFixture): void {
  register(`inbound ${plugin.id}/${key}`, inboundLaws, inboundSubject(plugin, key, fixture));
}

export function testReminderRule(plugin: AnyPlugin, key: string, fixture: ReminderRuleFixture = {}): void {
  register(`reminder rule ${plugin.id}/${key}`, ruleLaws, ruleSubject(plugin, key, fixture));
}

export function testScorer(plugin: AnyPlugin, key: string, fixture: ScorerFixture = {}): void {
  register(`scorer ${plugin.id}/${key}`, scorerLaws, scorerSubject(plugin, key, fixture));
}

// biome-ignore lint/suspicious/noExplicitAny: a plugin's own settings are its parameter, and a function over all of them cannot name it
type AnyPlugin = Plugin<any>;
