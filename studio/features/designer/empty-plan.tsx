'use client';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { Button } from '@/features/ui/button';
import { graphql } from '@/gql';
import styles from './empty-plan.module.css';
import { addFromPalette } from './palette/add-from-palette';
import { newWords } from './palette/new-words';
import { readDefinition } from './store/read-definition';
import { useDesignerStore } from './store/use-designer';
import { useLanguage } from './words/use-canvas-words';

const designerTemplates = graphql(/* GraphQL */ `
  query DesignerTemplates {
    planTemplates {
      key
      title
      description
      definition
    }
  }
`);

const SHOWN = 3;

/** A plan without stages: begin with a template or with nothing. */
export function EmptyPlan() {
  const language = useLanguage();
  const t = useTranslations('designer.empty');
  const store = useDesignerStore();
  const [{ data }] = useQuery({ query: designerTemplates });
  const templates = (data?.planTemplates ?? []).flatMap((template) => {
    const definition = readDefinition(template.definition);
    return definition ? [{ ...template, definition }] : [];
  });
  return (
    <div className={styles.start}>
      <div className={styles.box}>
        <h2 className={styles.title}>{t('title')}</h2>
        <p className={styles.text}>{t('text')}</p>
        <ul className={styles.list}>
          {templates.slice(0, SHOWN).map((template) => (
            <li key={template.key}>
              <button
                type="button"
                className={styles.template}
                onClick={() =>
                  store.getState().edit({ key: 'template', title: template.title }, (draft) => {
                    // The plan keeps its own name; everything that happens in it comes from the template.
                    const { key, title, description } = draft;
                    Object.assign(draft, template.definition, { key, title }, description ? { description } : {});
                  })
                }
              >
                <span className={styles.name}>{template.title}</span>
                {template.description && <span className={styles.about}>{template.description}</span>}
                <span className={styles.about}>
                  {t('size', {
                    stages: template.definition.stages.length,
                    items: template.definition.stages.reduce((sum, stage) => sum + stage.items.length, 0),
                  })}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Button onClick={() => addFromPalette(store, 'STAGE', newWords(language))} data-testid="start-empty">
          {t('nothing')}
        </Button>
      </div>
    </div>
  );
}
