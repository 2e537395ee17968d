'use client';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '@/features/ui/button';

const SHOWN_FOR = 2_000;

/** Copies a text and says so in its own place. */
export function CopyButton({ text, label, what }: { text: string; label: string; what?: string }) {
  const t = useTranslations('surveys.links');
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  const words = state === 'ready' ? label : t(state);
  return (
    <Button
      icon={state === 'copied' ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
      onClick={() => void copy()}
      aria-label={what ? `${words} ${what}` : undefined}
    >
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
