import path from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Tests and scenarios are checked by `npm run types`, not by every build.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  turbopack: {
    root: path.join(import.meta.dirname, '..'),
    // What next-intl's own plugin does; that one looks for the file from the working directory, which may be any.
    // Messages are compiled while building, so that no page carries a parser for them.
    resolveAlias: {
      'next-intl/config': './features/i18n/request.ts',
      'use-intl/format-message': 'use-intl/format-message/format-only',
    },
    rules: {
      '*.{ts,tsx}': {
        condition: { all: [{ path: /studio\/(app|features)\// }, { content: /\bgraphql\(\s*\/\* GraphQL/ }] },
        loaders: [path.join(import.meta.dirname, 'documents-loader.mjs')],
      },
      '*.json': {
        condition: { path: /studio\/messages\/[^/]+\.json$/ },
        loaders: [
          {
            loader: 'next-intl/extractor/catalogLoader',
            options: { messages: { format: 'json', precompile: true, sourceLocale: 'zh-CN' } },
          },
        ],
        as: '*.js',
      },
    },
  },
  // Those that change with each page (its policy with the nonce) are set in `proxy.ts`.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
