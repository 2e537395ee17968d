// Made from server/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '@planwright/schema/words';

/** The messages, each with its arguments. */
export interface Messages {
  nameMissing: Record<never, never>;
  noEnding: Record<never, never>;
  kindRefused: { ending: Said };
  empty: Record<never, never>;
  tooLarge: { megabytes: Said };
  tooManyWaiting: { count: Said };
  noSpace: Record<never, never>;
  csrf: Record<never, never>;
  'problem.GONE': Record<never, never>;
  'problem.TOO_LARGE': Record<never, never>;
  'problem.INCOMPLETE': Record<never, never>;
  'problem.TAKEN_OVER': Record<never, never>;
  'problem.WRONG_KIND': Record<never, never>;
  'problem.BROKEN_IMAGE': Record<never, never>;
  'problem.INFECTED': Record<never, never>;
  'problem.SCANNER_SILENT': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    nameMissing: '填写文件名。',
    noEnding: '文件名没有扩展名（如 .pdf），补上后重新上传。',
    kindRefused: ["不支持 .",["ending"]," 文件。另存为 PDF、Office 文档、图片、视频或文本，或打包成 zip 再上传。"],
    empty: '文件是空的，检查后重新选择。',
    tooLarge: ["文件太大，最大 ",["megabytes"]," MB。"],
    tooManyWaiting: ["已有 ",["count"]," 个上传的文件没有提交。先提交其中一些，或等七天后自动删除。"],
    noSpace: '文件空间已满，联系管理员。',
    csrf: '这个请求来自其他页面，没有上传任何内容。',
    'problem.GONE': '这次上传已失效，重新选择文件。',
    'problem.TOO_LARGE': '文件比上传前更大了，重新选择文件。',
    'problem.INCOMPLETE': '文件没有传完，重试一次。',
    'problem.TAKEN_OVER': '同一个文件正在别处上传，这次上传已结束。',
    'problem.WRONG_KIND': '文件内容与扩展名不符。打开后按原格式另存，再重新上传。',
    'problem.BROKEN_IMAGE': '图片无法读取，或超过 6000 万像素。另存后重新上传。',
    'problem.INFECTED': '文件中发现病毒，没有保存。',
    'problem.SCANNER_SILENT': '病毒扫描暂时没有响应，现在不能上传文件，几分钟后再试。',
  },
  en: {
    nameMissing: 'Give the file a name.',
    noEnding: 'The name of the file has no ending, such as .pdf. Add it and upload the file again.',
    kindRefused: ["Files ending in .",["ending"]," are not accepted. Save it as PDF, Office document, image, video or text, or put it into a zip."],
    empty: 'The file is empty. Check it and choose it again.',
    tooLarge: ["The file is too large. At most ",["megabytes"]," MB are accepted."],
    tooManyWaiting: [["count"]," uploaded files were never submitted. Submit some of them, or wait seven days until they are deleted."],
    noSpace: 'There is no space left for files. Tell your administrator.',
    csrf: 'This request came from another page. Nothing was uploaded.',
    'problem.GONE': 'This upload is no longer expected. Choose the file again.',
    'problem.TOO_LARGE': 'The file is larger than announced. Choose it again.',
    'problem.INCOMPLETE': 'The file did not arrive in full. Try again.',
    'problem.TAKEN_OVER': 'The same file is being uploaded elsewhere, and this upload has ended.',
    'problem.WRONG_KIND': 'The content is not what the name of the file says. Open it, save it in its own format, and upload it again.',
    'problem.BROKEN_IMAGE': 'The image cannot be read, or it is larger than 60 megapixels. Save it again and upload it once more.',
    'problem.INFECTED': 'A virus was found in the file. It was not kept.',
    'problem.SCANNER_SILENT': 'The virus scanner does not answer, so nothing can be uploaded right now. Try again in a few minutes.',
  },
});
export const { say, sayIn, says } = messages;
