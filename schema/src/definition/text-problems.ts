import { htmlIn } from './html-in-text.js';
import { itemsOf } from './items-of.js';
import { keyPath, placeAt, quoted, sentenceStart } from './place.js';
import type { PlanDefinition } from './plan-definition.js';
import type { Problem } from './problem.js';
import { problemOf } from './problem-of.js';
import { LANGUAGES, type LocalizedText } from './text.js';

type Path = readonly PropertyKey[];

/** Every text that people read, with its path. */
export function textsOf(definition: PlanDefinition): { text: LocalizedText; path: Path }[] {
  const texts: { text: LocalizedText | undefined; path: Path }[] = [
    { text: definition.title, path: ['title'] },
    { text: definition.description, path: ['description'] },
  ];
  for (const [stageIndex, stage] of definition.stages.entries()) {
    texts.push({ text: stage.title, path: ['stages', stageIndex, 'title'] });
    texts.push({ text: stage.description, path: ['stages', stageIndex, 'description'] });
  }
  for (const { item, stage, index } of itemsOf(definition)) {
    const at: Path = ['stages', definition.stages.indexOf(stage), 'items', index];
    texts.push({ text: item.title, path: [...at, 'title'] }, { text: item.description, path: [...at, 'description'] });
    if (item.kind === 'TASK') {
      for (const [step, { title }] of (item.task.steps ?? []).entries())
        texts.push({ text: title, path: [...at, 'task', 'steps', step, 'title'] });
    }
    if (item.kind === 'SURVEY') {
      for (const [question, { text }] of item.survey.questions.entries()) {
        texts.push({ text, path: [...at, 'survey', 'questions', question, 'text'] });
      }
    }
  }
  for (const [index, group] of (definition.electives ?? []).entries())
    texts.push({ text: group.title, path: ['electives', index, 'title'] });
  return texts.flatMap(({ text, path }) => (text ? [{ text, path }] : []));
}

/** `html-in-text`: one problem for each text of each language that carries HTML. */
export function htmlProblems(definition: PlanDefinition): Problem[] {
  return textsOf(definition).flatMap(({ text, path }) =>
    Object.entries(text).flatMap(([language, value]) => {
      const html = htmlIn(value);
      if (html === undefined) return [];
      const place = placeAt(definition, path);
      return [
        problemOf(
          'html-in-text',
          [...keyPath(definition, path), language],
          `${place.zh}里有 HTML「${quoted(html)}」，改用 Markdown，例如 **加粗**、[链接](https://…)。`,
          `${sentenceStart(place.en)} contains HTML “${quoted(html)}”. Use Markdown instead, such as **bold** or [link](https://…).`,
        ),
      ];
    }),
  );
}

const LANGUAGE_NAMES = { 'zh-CN': { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } } as const;

/** `missing-language`: a text that one of Planwright's own languages lacks. */
export function missingLanguages(definition: PlanDefinition): Problem[] {
  return textsOf(definition).flatMap(({ text, path }) =>
    LANGUAGES.filter((language) => !text[language]?.trim()).map((language) => {
      const place = placeAt(definition, path);
      const name = LANGUAGE_NAMES[language];
      return problemOf(
        'missing-language',
        [...keyPath(definition, path), language],
        `${place.zh}还没有${name.zh}，补上后${name.zh}界面的人也能看懂。`,
        `${sentenceStart(place.en)} has no ${name.en} yet. Add it for those who read ${name.en}.`,
      );
    }),
  );
}
