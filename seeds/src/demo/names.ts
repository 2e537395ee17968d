/** Family names by frequency in China, enough for a company of 120 to sound like one. */
const FAMILY_NAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦傅方邹熊白孟秦邱江尹薛',
];

const GIVEN_NAMES =
  `思远 雨桐 子墨 一凡 佳宁 梓轩 雅琪 浩然 若曦 天佑 欣然 俊杰 梦瑶 宇航 静怡 明哲 晓彤 志强 丽娟 文博 嘉怡 建华 雪梅 鹏飞 婉清 立新 海燕 国栋 慧敏 振宇
慕白 诗涵 承志 秀兰 睿哲 书瑶 永康 紫萱 卫东 春燕 泽宇 可欣 正阳 玉洁 少华 艺菲 凯文 惠芳 景行 月明 德胜 亦菲 向东 素琴 君昊 清妍 大伟 晨曦 学文 雯静`.split(
    /\s+/,
  );

/**
 * The n-th name of the demo company. Family and given names run at different lengths, so that the first 4,800 names
 * all differ while neighbours share neither part.
 */
export function demoName(index: number): string {
  const family = FAMILY_NAMES[(index * 7) % FAMILY_NAMES.length];
  const given = GIVEN_NAMES[(index * 11) % GIVEN_NAMES.length];
  return `${family ?? ''}${given ?? ''}`;
}
