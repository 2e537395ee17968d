'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/features/ui/button';
import { Note } from '@/features/ui/note';
import { Skeleton } from '@/features/ui/skeleton';
import styles from './files.module.css';
import { openPdf } from './open-pdf';

/** The pages of a PDF, one at a time, drawn by pdf.js: nothing in the file runs, and no frame shows it. */
export function PdfPages({ content, name }: { content: ArrayBuffer; name: string }) {
  const t = useTranslations('files');
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'broken'>();
  const [page, setPage] = useState(1);
  useEffect(() => {
    const opening = openPdf(content);
    opening.document.then(setPdf, () => setPdf('broken'));
    return () => opening.close();
  }, [content]);
  if (pdf === 'broken') return <Note tone="danger" title={t('unreadable', { name })} />;
  const pages = pdf?.numPages ?? 1;
  return (
    <div className={styles.pages}>
      {pages > 1 && (
        <div className={styles.pager}>
          <Button
            look="quiet"
            aria-label={t('before')}
            disabled={page === 1}
            icon={<ChevronLeft size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => setPage(page - 1)}
          />
          <span role="status">{t('page', { page, pages })}</span>
          <Button
            look="quiet"
            aria-label={t('next')}
            disabled={page === pages}
            icon={<ChevronRight size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => setPage(page + 1)}
          />
        </div>
      )}
      {pdf ? <PdfPage key={page} pdf={pdf} page={page} label={name} /> : <Skeleton height={320} />}
    </div>
  );
}

/** One page as a picture, with its words beside it for those who do not see the picture. */
function PdfPage({ pdf, page, label }: { pdf: PDFDocumentProxy; page: number; label: string }) {
  const t = useTranslations('files');
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState('');
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let isOver = false;
    const draw = async () => {
      const found = await pdf.getPage(page);
      const element = canvas.current;
      if (isOver || !element) return;
      const width = element.parentElement?.clientWidth ?? 800;
      const plain = found.getViewport({ scale: 1 });
      // Sharp on dense screens, but never more pixels than a phone can hold.
      const density = Math.min(window.devicePixelRatio || 1, 2);
      const scale = Math.min((width / plain.width) * density, 4096 / Math.max(plain.width, plain.height));
      const viewport = found.getViewport({ scale });
      element.width = Math.floor(viewport.width);
      element.height = Math.floor(viewport.height);
      element.style.width = `${Math.min(width, viewport.width / density)}px`;
      await found.render({ canvas: element, viewport }).promise;
      const { items } = await found.getTextContent();
      if (!isOver) setWords(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    };
    draw().catch(() => {
      if (!isOver) setBroken(true);
    });
    return () => {
      isOver = true;
    };
  }, [pdf, page]);
  if (isBroken) return <Note tone="danger" title={t('unreadable', { name: label })} />;
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={`${label} · ${t('page', { page, pages: pdf.numPages })}`} />
      <p className="visually-hidden">{words}</p>
    </>
  );
}
