import { base64, type Content, hex, utf8 } from '@planwright/plugin-sdk';
import { sayIn } from './generated/messages.js';
import { headerText, mailbox, mailDate } from './header.js';
import { escapeHtml, htmlOf, textOf } from './render-markdown.js';

export interface Mail {
  /** Makes the Message-ID: the same delivery has the same one, so a doubled mail can be proven. */
  key: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  content: Content;
  link?: string | undefined;
  /** `mailto:` or `https:` address where readers can opt out of such mail. */
  unsubscribe?: string | undefined;
  /** ISO instant. */
  at: string;
}

/** A whole message (RFC 5322) with text and HTML, CRLF lines. The same mail gives the same bytes. */
export function composeMail(mail: Mail): { id: string; message: string } {
  const { content, link, from, to } = mail;
  const id = messageId(mail);
  // No base64 has `=_` in it.
  const boundary = `=_planwright_${token(mail.key).slice(0, 40)}`;
  const headers = [
    `Date: ${mailDate(mail.at)}`,
    `From: ${mailbox(from.name, from.address)}`,
    `To: ${mailbox(to.name, to.address)}`,
    `Message-ID: ${id}`,
    `Subject: ${headerText(content.title)}`,
    ...(mail.unsubscribe === undefined ? [] : [`List-Unsubscribe: <${mail.unsubscribe}>`]),
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    `Content-Language: ${content.language}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ];
  const text = [
    textOf(content.markdown),
    ...(link === undefined ? [] : [`${sayIn(content.language, 'open')}: ${link}`]),
    `-- \n${sayIn(content.language, 'why')}`,
  ];
  const parts = [part('plain', text.join('\n\n')), part('html', page(mail))];
  const body = parts.map((each) => `--${boundary}\r\n${each}`).join('\r\n');
  return { id, message: `${headers.join('\r\n')}\r\n\r\n${body}\r\n--${boundary}--\r\n` };
}

function part(kind: 'plain' | 'html', text: string): string {
  const lines = base64(utf8(text.replaceAll('\r', '').replaceAll('\n', '\r\n'))).match(/.{1,76}/g) ?? [];
  return [`Content-Type: text/${kind}; charset=utf-8`, 'Content-Transfer-Encoding: base64', '', ...lines].join('\r\n');
}

function page({ content, link }: Mail): string {
  const button =
    link === undefined
      ? ''
      : `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:8px 16px;border-radius:6px;background:#1f2937;color:#fff;text-decoration:none">${sayIn(content.language, 'open')}</a></p>\n`;
  return `<!doctype html>
<html lang="${content.language}">
<head><meta charset="utf-8"><title>${escapeHtml(content.title)}</title></head>
<body style="margin:0;padding:24px;font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif;color:#1f2937">
<div style="max-width:600px;margin:0 auto">
<h1 style="font-size:20px">${escapeHtml(content.title)}</h1>
${htmlOf(content.markdown)}
${button}<p style="color:#6b7280;font-size:13px">${sayIn(content.language, 'why')}</p>
</div>
</body>
</html>
`;
}

function messageId({ key, from }: Mail): string {
  return `<planwright.${token(key)}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`;
}

/** A key as what may stand in a Message-ID. */
const token = (key: string): string => (/^[A-Za-z0-9-]{1,100}$/.test(key) ? key : hex(utf8(key)));
