import { defineConfig } from 'vitepress';
import { API_PAGES } from '../api-reference.mjs';

const item = (text, link) => ({ text, link });

const zh = [
  { text: '了解', items: [item('Planwright 是什么', '/'), item('产品导览', '/tour'), item('试用', '/start')] },
  {
    text: 'HR 指南',
    items: [
      item('设计培养计划', '/hr/draw'),
      item('发布版本', '/hr/publish'),
      item('运行与跟进', '/hr/run'),
      item('管理人员', '/hr/people'),
      item('请假与离职', '/hr/leaving'),
      item('看报告', '/hr/report'),
      item('比较版本', '/hr/compare'),
    ],
  },
  { text: '运维', items: [item('部署与运维', '/run/operations')] },
  { text: '开发', items: [item('开发插件', '/plugins')] },
  {
    text: '参考（英文）',
    items: [
      item('API', '/en/reference/api/'),
      item('计划语言', '/en/reference/plan-language'),
      item('统计方法', '/en/reference/statistics'),
      item('术语表（中英对照）', '/en/reference/glossary'),
    ],
  },
];

const en = [
  { text: 'Start', items: [item('What it is', '/en/'), item('A tour', '/en/tour'), item('Try it', '/en/start')] },
  {
    text: 'For HR',
    items: [
      item('Draw a plan', '/en/hr/draw'),
      item('Publish it', '/en/hr/publish'),
      item('Run it', '/en/hr/run'),
      item('People', '/en/hr/people'),
      item('Absence and leaving', '/en/hr/leaving'),
      item('Read its report', '/en/hr/report'),
      item('Compare versions', '/en/hr/compare'),
      item('Reports in detail', '/en/hr/reports'),
    ],
  },
  {
    text: 'For operators',
    items: [
      item('Run it for a company', '/en/run/operations'),
      item('Settings', '/en/run/settings'),
      item('Reminders', '/en/run/reminders'),
      item('Take over history', '/en/run/history'),
      item('Security', '/en/run/security'),
    ],
  },
  {
    text: 'For developers',
    items: [
      item('Write a plugin', '/en/plugins'),
      item('Contribute', '/en/contribute/'),
      item('Architecture', '/en/contribute/architecture'),
      item('Add an item kind', '/en/contribute/item-kind'),
      item('Decisions', '/en/contribute/decisions/'),
    ],
  },
  {
    text: 'Reference',
    items: [
      item('Plan language', '/en/reference/plan-language'),
      {
        text: 'API',
        link: '/en/reference/api/',
        collapsed: true,
        items: API_PAGES.map(({ page, title }) => item(title, `/en/reference/api/${page}`)),
      },
      item('Methods of the statistics', '/en/reference/statistics'),
      item('Glossary', '/en/reference/glossary'),
      item('Benchmarks', '/en/reference/benchmarks'),
      item('Changelog', '/en/reference/changelog'),
    ],
  },
];

/** Chinese has no spaces: words are found as a dictionary finds them. It runs in the browser, so it names nothing outside itself. */
const tokenize = (text) =>
  [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment.toLowerCase());

const searchInChinese = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示详情',
    resetButtonTitle: '清空',
    backButtonTitle: '关闭',
    noResultsText: '没有找到',
    footer: { selectText: '打开', navigateText: '移动', closeText: '关闭' },
  },
};

export default defineConfig({
  title: 'Planwright',
  srcDir: '.made',
  outDir: 'dist',
  cleanUrls: false,
  lastUpdated: false,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  locales: {
    root: {
      label: '中文',
      lang: 'zh-CN',
      description: '把培养计划画成图，发布、运行、实时跟进，并用结果来比较',
      themeConfig: {
        nav: [item('产品导览', '/tour'), item('HR 指南', '/hr/draw'), item('部署', '/run/operations')],
        sidebar: zh,
        outline: { label: '本页目录', level: [2, 3] },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '切换到浅色',
        darkModeSwitchTitle: '切换到深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
        notFound: {
          title: '没有这个页面',
          quote: '它可能已经改名，请从首页或搜索进入。',
          linkText: '回到首页',
          linkLabel: '回到首页',
        },
      },
    },
    en: {
      label: 'English',
      lang: 'en',
      description:
        'Draw development plans as graphs, publish and run them, watch them live, and compare them by what they achieve',
      themeConfig: {
        nav: [item('Tour', '/en/tour'), item('For HR', '/en/hr/draw'), item('For operators', '/en/run/operations')],
        sidebar: en,
        outline: { level: [2, 3] },
      },
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: { locales: { root: { translations: searchInChinese } }, miniSearch: { options: { tokenize } } },
    },
  },
});
