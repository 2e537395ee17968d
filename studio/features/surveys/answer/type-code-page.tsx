'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/features/ui/button';
import { Field } from '@/features/ui/field';
import { Framed } from './framed';
import styles from './survey-form.module.css';
import page from './survey-page.module.css';

/** Where a code from a printed sheet is typed. */
export function TypeCodePage() {
  const t = useTranslations('survey.code');
  const router = useRouter();
  const [code, setCode] = useState('');
  return (
    <div className={page.page}>
      <Framed>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const typed = code.trim().replace(/\s+/g, '-');
            if (typed !== '') router.push(`/survey/${encodeURIComponent(typed)}`);
          }}
        >
          <header>
            <h1 className={styles.title}>{t('title')}</h1>
            <p className={styles.lead}>{t('lead')}</p>
          </header>
          <Field label={t('label')} hint={t('hint')}>
            {(control) => (
              <input
                {...control}
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={40}
                required
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <div>
            <Button look="primary" size="large" type="submit">
              {t('open')}
            </Button>
          </div>
        </form>
      </Framed>
    </div>
  );
}
