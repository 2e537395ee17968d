// The API reference: one page for each kind of definition in schema/schema.graphql, whose descriptions are its text.
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** What the pages are called, in the order of the menu, and which definitions each holds. */
export const API_PAGES = [
  { page: 'queries', title: 'Queries', about: 'What can be asked.' },
  {
    page: 'mutations',
    title: 'Mutations',
    about: 'What can be changed. What a user can cause comes back as `userErrors`, each with a code.',
  },
  { page: 'subscriptions', title: 'Subscriptions', about: 'What is told as it happens, over graphql-ws.' },
  { page: 'types', title: 'Types', about: 'What comes back.' },
  { page: 'inputs', title: 'Inputs', about: 'What goes in.' },
  { page: 'enums', title: 'Enums', about: 'Closed lists of values.' },
  { page: 'scalars', title: 'Scalars', about: 'Single values.' },
];

const pageOf = (type) => {
  if (isInputObjectType(type)) return 'inputs';
  if (isEnumType(type)) return 'enums';
  if (isScalarType(type)) return 'scalars';
  return 'types';
};

const anchor = (name) => name.toLowerCase();

/** Text of a description: markdown, in which nothing is markup of the site. */
const prose = (text) =>
  (text ?? '')
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;')))
    .join('');

const cell = (text) =>
  prose(text)
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');

/** `[Person!]!` with a link to what Person is. */
function typeLink(type, schema) {
  const written = String(type);
  const name = written.replaceAll(/[[\]!]/g, '');
  const named = schema.getType(name);
  if (!named || isSpecifiedScalarType(named)) return `\`${written}\``;
  return `[\`${written}\`](./${pageOf(named)}.md#${anchor(name)})`;
}

const table = (head, rows) =>
  rows.length === 0 ? '' : [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');

const fieldRows = (fields, schema) =>
  fields.map(
    (field) =>
      `| \`${field.name}\`${(field.args ?? []).length > 0 ? `(${field.args.map(({ name }) => `\`${name}\``).join(', ')})` : ''} | ${typeLink(field.type, schema)} | ${cell(withArguments(field))} |`,
  );

const withArguments = (field) =>
  [
    field.description,
    ...(field.args ?? []).map((each) => `\`${each.name}\`: \`${each.type}\`. ${each.description ?? ''}`),
  ]
    .filter(Boolean)
    .join(' ');

/** A field of Query, Mutation or Subscription, with a heading of its own. */
const operation = (field, schema) =>
  [
    `## ${field.name} {#${anchor(field.name)}}`,
    prose(field.description),
    `Gives ${typeLink(field.type, schema)}.`,
    table(
      ['argument', 'type', 'meaning'],
      field.args.map((each) => `| \`${each.name}\` | ${typeLink(each.type, schema)} | ${cell(each.description)} |`),
    ),
  ].join('\n\n');

function definition(type, schema) {
  const head = [`## ${type.name} {#${anchor(type.name)}}`, prose(type.description)];
  if (isEnumType(type))
    return [
      ...head,
      table(
        ['value', 'meaning'],
        type.getValues().map((v) => `| \`${v.name}\` | ${cell(v.description)} |`),
      ),
    ];
  if (isUnionType(type))
    return [
      ...head,
      `One of ${type
        .getTypes()
        .map((each) => typeLink(each, schema))
        .join(', ')}.`,
    ];
  if (isScalarType(type)) return head;
  const interfaces = isInputObjectType(type) || isInterfaceType(type) ? [] : type.getInterfaces();
  return [
    ...head,
    ...(interfaces.length > 0 ? [`Is a ${interfaces.map((each) => typeLink(each, schema)).join(', ')}.`] : []),
    table(['field', 'type', 'meaning'], fieldRows(Object.values(type.getFields()), schema)),
  ];
}

/** page → its markdown. */
export function apiReference(sdl) {
  const schema = buildSchema(sdl);
  const roots = {
    queries: schema.getQueryType(),
    mutations: schema.getMutationType(),
    subscriptions: schema.getSubscriptionType(),
  };
  const others = Object.values(schema.getTypeMap())
    .filter(
      (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !Object.values(roots).includes(type),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(
    API_PAGES.map(({ page, title, about }) => {
      const root = roots[page];
      const body = root
        ? Object.values(root.getFields()).map((field) => operation(field, schema))
        : others.filter((type) => pageOf(type) === page).map((type) => definition(type, schema).join('\n\n'));
      return [page, `---\noutline: 2\n---\n\n# ${title}\n\n${about}\n\n${body.join('\n\n')}\n`];
    }),
  );
}
