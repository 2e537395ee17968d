/** All sentences of a language. */
export const readMessages = async (locale: string) =>
  locale === 'en' ? (await import('@/messages/en.json')).default : (await import('@/messages/zh-CN.json')).default;
