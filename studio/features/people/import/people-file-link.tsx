'use client';
import { Download } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { apiAddress } from '@/features/api/address';
import styles from './import.module.css';

/** A file of people from the server: its name says what is in it, such as `template.xlsx`. The answer is an attachment, so the page stays. */
export function PeopleFileLink({ name, language, children }: { name: string; language: string; children: ReactNode }) {
  // Where the server is, only the browser knows.
  const [href, setHref] = useState<string>();
  useEffect(() => {
    const address = new URL(`/people/files/${name}`, apiAddress(window.__PLANWRIGHT__, window.location));
    address.searchParams.set('language', language);
    setHref(address.toString());
  }, [name, language]);
  return (
    <a className={styles.fileLink} href={href} download>
      <Download size={16} strokeWidth={1.75} aria-hidden />
      {children}
    </a>
  );
}
