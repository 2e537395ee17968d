import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, LOCALE_COOKIE, localeFor } from './locale';

/** The locale is the person's choice in a cookie, else the browser's; there is no language in addresses. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : localeFor((await headers()).get('accept-language'));
  const messages =
    locale === 'en' ? (await import('@/messages/en.json')).default : (await import('@/messages/zh-CN.json')).default;
  return { locale, messages, timeZone: 'Asia/Shanghai' };
});
