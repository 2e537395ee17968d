import { createHmac } from 'node:crypto';
import type { DeliveringService, WireRequest, WireResponse } from '@planwright/plugin-sdk/testing';

export const account = { accessKeyId: 'LTAI5tFakeFakeFake', accessKeySecret: 'fake-secret-of-thirty-characters' };
export const template = { signName: '远见零售', templateCode: 'SMS_154950909' };

interface Sent {
  mobile: string;
  outId: string;
  param: string;
  date: string;
}

/** Aliyun's short messages as far as they are used here. It checks signatures with code of its own, by the vendor's description. */
export class FakeAliyun implements DeliveringService {
  readonly sent: Sent[] = [];
  readonly nonces = new Set<string>();
  readonly actions: string[] = [];
  /** What the next SendSms answers instead. */
  nextCode: { code: string; message: string } | undefined;
  receipts: 1 | 2 | 3 = 3;

  effects(): readonly unknown[] {
    return this.sent;
  }

  answer(request: WireRequest): WireResponse {
    const form = new URLSearchParams(request.text);
    const given = form.get('Signature') ?? '';
    form.delete('Signature');
    const pairs = [...form].map(([name, value]) => [percent(name), percent(value)] as const);
    const canonical = pairs
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map((pair) => pair.join('='))
      .join('&');
    const toSign = `${request.method}&${percent('/')}&${percent(canonical)}`;
    const expected = createHmac('sha1', `${account.accessKeySecret}&`).update(toSign).digest('base64');
    if (form.get('AccessKeyId') !== account.accessKeyId) return fault(404, 'InvalidAccessKeyId.NotFound');
    if (given !== expected) return fault(400, 'SignatureDoesNotMatch');
    const nonce = form.get('SignatureNonce') ?? '';
    if (this.nonces.has(nonce)) return fault(400, 'SignatureNonceUsed');
    this.nonces.add(nonce);
    const action = form.get('Action') ?? '';
    this.actions.push(action);
    if (action === 'QuerySmsTemplate')
      return ok({ TemplateStatus: form.get('TemplateCode') === template.templateCode ? 1 : 0 });
    if (action === 'QuerySendDetails') return this.#details(form);
    if (action !== 'SendSms') return fault(404, 'InvalidAction.NotFound');
    if (this.nextCode) return ok({ Code: this.nextCode.code, Message: this.nextCode.message });
    this.sent.push({
      mobile: form.get('PhoneNumbers') ?? '',
      outId: form.get('OutId') ?? '',
      param: form.get('TemplateParam') ?? '',
      date: (form.get('Timestamp') ?? '').slice(0, 10).replaceAll('-', ''),
    });
    return ok({ BizId: `biz-${this.sent.length}` });
  }

  #details(form: URLSearchParams): WireResponse {
    const found = this.sent.filter(
      ({ mobile, date }) => mobile === form.get('PhoneNumber') && date === form.get('SendDate'),
    );
    const list = found.map(({ outId, mobile }) => ({
      OutId: outId,
      PhoneNum: mobile,
      SendStatus: this.receipts,
      ErrCode: this.receipts === 3 ? 'DELIVERED' : 'MOBILE_NOT_ON_SERVICE',
    }));
    return ok({ TotalCount: String(list.length), SmsSendDetailDTOs: { SmsSendDetailDTO: list } });
  }
}

const ok = (body: Record<string, unknown>): WireResponse => ({
  status: 200,
  json: { Code: 'OK', Message: 'OK', RequestId: 'r', ...body },
});
const fault = (status: number, code: string): WireResponse => ({
  status,
  json: { Code: code, Message: code, RequestId: 'r', HostId: 'dysmsapi.aliyuncs.com' },
});

/** As java.net.URLEncoder with the vendor's three replacements. */
const percent = (text: string): string =>
  new URLSearchParams([['x', text]])
    .toString()
    .slice(2)
    .replaceAll('+', '%20')
    .replaceAll('*', '%2A')
    .replaceAll('%7E', '~');
