import { describeDateRule, type Link } from '@planwright/schema/definition';
import { deliverableOf, type Item, kindOf, type LinkResult, levelsOf, stepsOf } from '@planwright/schema/kinds';
import { type Language, textIn } from '@planwright/schema/text';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { CanvasWords } from '../canvas/to-canvas';
import { findItem } from '../edits/find';
import { useDesigner } from '../store/use-designer';
import { durationHours } from './duration';
import { stageWeeks } from './stage-weeks';

/** The language of the studio as one of the plan language's. */
export const useLanguage = (): Language => (useLocale() === 'en' ? 'en' : 'zh-CN');

/** A link's condition as a word: `完成后`, `60–80 分`. */
export function useResultWord(): (on: LinkResult) => string {
  const t = useTranslations('designer.results');
  return useMemo(
    () => (on) => (typeof on === 'string' ? t(on) : t('scoreIn', { low: on.scoreIn[0], high: on.scoreIn[1] })),
    [t],
  );
}

/** Every sentence of the canvas and the outline, made again when the language or what they speak of changes. */
export function useCanvasWords(): CanvasWords {
  const t = useTranslations('designer');
  const language = useLanguage();
  const resultWord = useResultWord();
  const definition = useDesigner((state) => state.document.definition);
  return useMemo(() => {
    const text: CanvasWords['text'] = (value) => textIn(value, language) || t('untitled');
    const titleOf = (key: string): string => {
      const found = findItem(definition, key);
      return found ? text(found.item.title) : key;
    };
    const review = (item: Item): string | undefined => {
      // An approval says by its levels who decides; here stands who looks at work.
      const [level] = deliverableOf(item) === undefined ? [] : levelsOf(item);
      if (!level) return undefined;
      const { by, within } = level;
      const hours = durationHours(within);
      return hours === undefined ? t(`roles.${by}`) : t('card.reviewWithin', { by: t(`roles.${by}`), hours });
    };
    return {
      text,
      due: (item) => (item.due ? describeDateRule(item.due, language, titleOf) : t('card.dueWithStage')),
      meta: (item) => {
        const steps = stepsOf(item).length;
        const partners = (kindOf(item).partnerRequests?.(item) ?? []).reduce((sum, { count }) => sum + (count ?? 1), 0);
        const facts = [
          t(`requirements.${item.requirement}`),
          review(item),
          steps > 0 ? t('card.steps', { count: steps }) : undefined,
          partners > 0 ? t('card.partners', { count: partners }) : undefined,
        ].filter(Boolean);
        // The card has one line for them: with three facts the minutes would be cut in the middle.
        if (item.minutes && facts.length < 3) facts.push(t('card.minutes', { count: item.minutes }));
        return facts.join(' · ');
      },
      weeks: (stage) => {
        const weeks = stageWeeks(definition, stage.key);
        if (!weeks) return t('card.noWeeks');
        return weeks.from === weeks.to ? t('card.week', { week: weeks.from }) : t('card.weeks', { ...weeks });
      },
      link: (link: Link) => {
        const word = resultWord(link.on);
        if (!link.lag || link.lag.offset === 0) return word;
        return t('card.withLag', { word, lag: t(`units.${link.lag.unit}`, { count: link.lag.offset }) });
      },
      stageLabel: (stage, title) => t('card.stageLabel', { title, count: stage.items.length }),
      itemLabel: (item, title, due, meta, { errors, warnings }) =>
        [
          t(`kinds.${item.kind}`),
          title,
          due,
          meta,
          errors + warnings > 0 ? t('problems.count', { errors, warnings }) : '',
        ]
          .filter(Boolean)
          .join(t('card.comma')),
      linkLabel: (from, to, word) => t('card.linkLabel', { from, to, word }),
    };
  }, [t, language, resultWord, definition]);
}
