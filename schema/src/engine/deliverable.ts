import { deliverableOf, type Item } from '../kinds/index.js';
import { type Refusal, refuse } from './refusal.js';

export const MAX_ARTEFACT_CHARACTERS = 20_000;

const HTTP_URL = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i;
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** What a submission lacks, by the deliverable of its task; undefined when it lacks nothing. */
export function deliverableProblem(item: Item, artefact: string | undefined): { refusal: Refusal } | undefined {
  const text = artefact?.trim() ?? '';
  if (text.length > MAX_ARTEFACT_CHARACTERS) {
    return refuse(
      'INVALID',
      ['artefact'],
      '内容太长，最多 20,000 字',
      'The text is too long. Keep it within 20,000 characters',
    );
  }
  const deliverable = deliverableOf(item);
  switch (deliverable) {
    case 'LINK':
      return HTTP_URL.test(text)
        ? undefined
        : refuse(
            'INVALID',
            ['artefact'],
            '填写以 http:// 或 https:// 开头的链接',
            'Give a link that starts with http:// or https://',
          );
    case 'DOCUMENT':
      if (text === '')
        return refuse('INVALID', ['artefact'], '附上文档链接或正文', 'Add a link to the document or its text');
      // A line that looks like an address must be one that a browser may follow.
      return OTHER_SCHEME.test(text) && !/\s/.test(text) && !HTTP_URL.test(text)
        ? refuse(
            'INVALID',
            ['artefact'],
            '文档链接须以 http:// 或 https:// 开头',
            'A link to the document starts with http:// or https://',
          )
        : undefined;
    case 'FILE':
      return text === '' ? refuse('INVALID', ['artefact'], '附上文件', 'Add the file') : undefined;
    case 'TEXT':
      return text === ''
        ? refuse('INVALID', ['artefact'], '写下内容再提交', 'Write something before you submit')
        : undefined;
    case 'NONE':
    case undefined:
      return undefined;
    default:
      return deliverable satisfies never;
  }
}
