import { describe, expect, test } from '@jest/globals';
import type { Outcome } from '@planwright/plugin-sdk';
import { Bench, testChannel } from '@planwright/plugin-sdk/testing';
import plugin from './index.js';
import { variableOf } from './send-sms.js';
import { account, FakeAliyun, template } from './testing/fake-aliyun.js';

const { accessKeyId, accessKeySecret } = account;
const config = { accessKeyId, ...template };
const secrets = { accessKeySecret };

testChannel(plugin, 'message', {
  config,
  secrets,
  service: () => new FakeAliyun(),
  people: [{ person: 'p1', name: '林晓', identities: { mobile: '+86 138-0000-0001', ids: {} } }],
});

const NOW = '2026-03-02T02:00:00.000Z';
const channel = plugin.channels?.message;
const send = async (service: FakeAliyun, { now = NOW, key = 'k-1', title = '目标计划（一）周五到期！' } = {}) => {
  const bench = new Bench(plugin, { config, secrets, service, now });
  const content = { title, markdown: '见 https://planwright.example', language: 'zh-CN' as const };
  const to = [{ person: 'p1', name: '林晓', address: '13800000001' }];
  const outcomes =
    (await channel?.send(bench.context, { key, to, content, link: 'https://planwright.example', params: {} })) ?? [];
  return { outcome: outcomes[0] as Outcome, bench };
};
const settle = async (service: FakeAliyun, refs: string[], now = NOW) =>
  channel?.settle?.(new Bench(plugin, { config, secrets, service, now }).context, refs);

describe('a short message', () => {
  test('is one request, by the template, with our key and no address of the web', async () => {
    const service = new FakeAliyun();
    const { outcome, bench } = await send(service, { title: '目标计划 https://x.example/a?b=c 周五到期' });
    expect(outcome.status).toBe('accepted');
    expect(bench.requests).toHaveLength(1);
    expect(service.sent).toEqual([
      { mobile: '13800000001', outId: 'k-1', param: '{"title":"目标计划 周五到期"}', date: '20260302' },
    ]);
    expect(bench.requests[0]?.text).not.toContain('x.example');
  });

  test.each([
    ['触发天级流控Permits:40', 50_460_000],
    ['触发小时级流控Permits:5', 3_600_000],
    ['触发分钟级流控Permits:1', 60_000],
  ])('held back by the carrier (%s) it waits as long as that limit lasts', async (message, wait) => {
    const service = new FakeAliyun();
    service.nextCode = { code: 'isv.BUSINESS_LIMIT_CONTROL', message };
    const { outcome } = await send(service);
    expect(outcome).toMatchObject({ status: 'retry', code: 'isv.BUSINESS_LIMIT_CONTROL', retryAfterMs: wait });
    service.nextCode = undefined;
    expect((await send(service, { now: '2026-03-02T16:01:00.000Z' })).outcome.status).toBe('accepted');
  });

  test.each([
    ['isv.MOBILE_NUMBER_ILLEGAL', 'rejected'],
    ['isv.BLACK_KEY_CONTROL_LIMIT', 'rejected'],
    ['isv.AMOUNT_NOT_ENOUGH', 'retry'],
    ['isv.SMS_TEMPLATE_ILLEGAL', 'retry'],
    ['Throttling.User', 'retry'],
    ['isp.SYSTEM_ERROR', 'unknown'],
  ])('%s means %s', async (code, status) => {
    const service = new FakeAliyun();
    service.nextCode = { code, message: code };
    expect((await send(service)).outcome.status).toBe(status);
  });

  test('an attempt is signed with a nonce of its own, so the same attempt cannot count twice', async () => {
    const service = new FakeAliyun();
    await send(service);
    const again = await send(service);
    expect(again.outcome.status).toBe('rejected');
    expect(service.sent).toHaveLength(1);
  });

  test('after a cut nobody sends again: the receipt tells, by our key', async () => {
    const service = new FakeAliyun();
    const bench = new Bench(plugin, { config, secrets, service, now: NOW, faults: () => 'cut' });
    const content = { title: '周五到期', markdown: '', language: 'zh-CN' as const };
    const [outcome] =
      (await channel?.send(bench.context, {
        key: 'k-2',
        to: [{ person: 'p1', name: '林晓', address: '13800000001' }],
        content,
        params: {},
      })) ?? [];
    expect(outcome).toMatchObject({ status: 'unknown', person: 'p1' });
    expect(bench.asked).toBe(1);
    expect(plugin.channels?.message?.dedupe).toEqual({ how: 'none' });
    const ref = outcome?.ref ?? '';
    expect(await settle(service, [ref, 'x'])).toEqual([{ person: 'p1', ref, status: 'delivered', code: 'DELIVERED' }]);
    service.receipts = 2;
    expect(await settle(service, [ref], '2026-03-02T03:00:00.000Z')).toMatchObject([{ status: 'rejected' }]);
    expect(await settle(new FakeAliyun(), [ref])).toMatchObject([{ status: 'unknown' }]);
  });

  test.each([
    ['13800000001', '13800000001'],
    ['+86 138-0000-0001', '13800000001'],
    ['0086 13800000001', '13800000001'],
    ['+852 9123 4567', '85291234567'],
    ['12345', null],
    ['010-12345678', null],
    ['', null],
  ])('%s is reached at %s', (mobile, address) => {
    expect(channel?.address({ mobile, ids: {} })).toBe(address);
  });

  test('a variable has no address, no line break and not too many characters', () => {
    const title = `第一行\nwww.evil.example ${'长'.repeat(60)}😀`;
    const text = variableOf({ title, markdown: '', language: 'zh-CN' }, 35);
    expect(Array.from(text)).toHaveLength(35);
    expect(text).toMatch(/^第一行 长+…$/);
  });
});
