// Made from schema/messages by `npm run messages`. Do not edit.
import { catalogue, type Said } from '../../words/index.js';

/** The messages, each with its arguments. */
export interface Messages {
  'planYaml.tooLong': Record<never, never>;
  'planYaml.writesSameProperty': { place: Said };
  'planYaml.usesYamlTag': { place: Said };
  'planYaml.indentedTabUse': { place: Said };
  'planYaml.indentedWronglyLine': { place: Said };
  'planYaml.cannotReadYaml': { place: Said; first: Said };
  'planYaml.tooManyAliases': Record<never, never>;
  'planYaml.at': { line: Said; col: Said };
  'planYaml.somewhere': Record<never, never>;
}

const messages = /*#__PURE__*/ catalogue<Messages>({
  'zh-CN': {
    'planYaml.tooLong': '这份 YAML 太长，拆成几份培养计划。',
    'planYaml.writesSameProperty': [["place"],"重复写了同一个属性，删掉一个。"],
    'planYaml.usesYamlTag': [["place"],"用了 YAML 标签（!），写成普通内容。"],
    'planYaml.indentedTabUse': [["place"],"用了制表符缩进，改成空格。"],
    'planYaml.indentedWronglyLine': [["place"],"缩进不对，和同一层对齐。"],
    'planYaml.cannotReadYaml': [["place"],"的 YAML 读不下去（",["first"],"），检查引号、冒号和括号。"],
    'planYaml.tooManyAliases': '这份 YAML 用了太多别名（*）。把它们写成完整内容。',
    'planYaml.at': ["第 ",["line"]," 行第 ",["col"]," 列"],
    'planYaml.somewhere': '某处',
  },
  en: {
    'planYaml.tooLong': 'This YAML is too long. Split it into several plans.',
    'planYaml.writesSameProperty': [["place"]," writes the same property twice. Remove one."],
    'planYaml.usesYamlTag': [["place"]," uses a YAML tag (!). Write plain content."],
    'planYaml.indentedTabUse': [["place"]," is indented with a tab. Use spaces."],
    'planYaml.indentedWronglyLine': [["place"]," is indented wrongly. Line it up with its siblings."],
    'planYaml.cannotReadYaml': [["place"]," cannot be read as YAML (",["first"],"). Check quotes, colons and brackets."],
    'planYaml.tooManyAliases': 'This YAML uses too many aliases (*). Write out what they stand for.',
    'planYaml.at': ["Line ",["line"],", column ",["col"]],
    'planYaml.somewhere': 'Somewhere',
  },
});
export const { say, sayIn, says } = messages;
