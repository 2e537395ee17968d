import type { Content, Outcome } from '@planwright/plugin-sdk';
import { type AliyunContext, call, sendDate, verdictOf, waitMs } from './aliyun.js';
import { readReference, referenceOf } from './reference.js';

export interface Template {
  signName: string;
  templateCode: string;
  /** Variable of the template that takes the title. */
  variable: string;
  /** The most characters that the carrier lets through in a variable. */
  most: number;
}

/** A title as a variable may be: carriers refuse addresses and line breaks in it. */
export function variableOf({ title }: Content, most: number): string {
  const plain = title
    .replace(/(https?:\/\/|www\.)\S+/gi, '')
    .replace(/[\s<>【】]+/g, ' ')
    .trim();
  const characters = Array.from(plain);
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('')}…`;
}

export interface Message {
  key: string;
  person: string;
  mobile: string;
  content: Content;
}

/** One HTTP attempt. What Aliyun has said is certain; everything else is unknown and stays so until the receipt. */
export async function sendSms(ctx: AliyunContext, template: Template, message: Message): Promise<Outcome> {
  const { key, person, mobile, content } = message;
  const answer = await call(ctx, 'SendSms', `${key}/${ctx.now}`, {
    PhoneNumbers: mobile,
    SignName: template.signName,
    TemplateCode: template.templateCode,
    TemplateParam: JSON.stringify({ [template.variable]: variableOf(content, template.most) }),
    OutId: key,
  });
  const ref = referenceOf({ person, mobile, date: sendDate(ctx.now), key });
  const said = {
    person,
    ...(answer.code === undefined ? {} : { code: answer.code }),
    ...(answer.message === '' ? {} : { detail: answer.message }),
  };
  if (answer.code === 'OK') return { ...said, status: 'accepted', ref };
  const verdict = verdictOf(answer.response);
  switch (verdict) {
    case 'throttled':
      return { ...said, status: 'retry', retryAfterMs: waitMs(answer, ctx.now) };
    case 'auth':
    case 'config':
      // Nothing was sent, and nothing will be until an administrator has fixed it.
      return answer.code === undefined
        ? { ...said, status: 'unknown', ref }
        : { ...said, status: 'retry', retryAfterMs: 3_600_000 };
    case 'permanent':
      return answer.code === undefined ? { ...said, status: 'unknown', ref } : { ...said, status: 'rejected' };
    case 'ok':
    case 'transient':
      return { ...said, status: 'unknown', ref };
    default:
      return verdict satisfies never;
  }
}

/** What became of earlier messages by the carrier's receipts; what is not found stays unknown. */
export async function settleSms(ctx: AliyunContext, refs: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const ref of refs) {
    const known = readReference(ref);
    if (!known) continue;
    const { person, mobile, date, key } = known;
    const answer = await call(ctx, 'QuerySendDetails', `settle/${key}/${ctx.now}`, {
      PhoneNumber: mobile,
      SendDate: date,
      PageSize: '50',
      CurrentPage: '1',
    });
    const detail = detailsIn(answer.body).find(({ OutId }) => OutId === key);
    outcomes.push({ person, ref, ...statusOf(detail) });
  }
  return outcomes;
}

function detailsIn(body: Record<string, unknown>): Record<string, unknown>[] {
  const { SmsSendDetailDTOs: wrapped } = body;
  const list =
    typeof wrapped === 'object' && wrapped !== null && 'SmsSendDetailDTO' in wrapped ? wrapped.SmsSendDetailDTO : [];
  return Array.isArray(list)
    ? list.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
}

/** 1 = waits for the receipt, 2 = failed, 3 = on the telephone. */
function statusOf(detail: Record<string, unknown> | undefined): Pick<Outcome, 'status' | 'code'> {
  const { SendStatus: status, ErrCode: code } = detail ?? {};
  const said = typeof code === 'string' ? { code } : {};
  switch (Number(status)) {
    case 1:
      return { status: 'accepted', ...said };
    case 2:
      return { status: 'rejected', ...said };
    case 3:
      return { status: 'delivered', ...said };
    default:
      return { status: 'unknown' };
  }
}
