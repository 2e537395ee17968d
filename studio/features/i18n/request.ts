import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { isLocale, LOCALE_COOKIE, localeFor } from './locale';
import { readMessages } from './messages';

/** The locale is the person's choice in a cookie, else the browser's; there is no language in addresses. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : localeFor((await headers()).get('accept-language'));
  return { locale, messages: await readMessages(locale), timeZone: 'Asia/Shanghai' };
});
