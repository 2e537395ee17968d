'use client';
import { useSyncExternalStore } from 'react';
import { isThemeChoice, THEME_CHANGED, THEME_COOKIE, type ThemeChoice } from './theme-choice';
import type { ThemeName } from './tokens-css';

const YEAR_IN_SECONDS = 31_536_000;

/** Keeps the choice in the cookie and repaints at once. */
export function chooseTheme(choice: ThemeChoice): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in in-app browsers that people open links in
  document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
  const root = document.documentElement;
  root.dataset.themeChoice = choice;
  const dark = choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  window.dispatchEvent(new Event(THEME_CHANGED));
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(THEME_CHANGED, listener);
  return () => window.removeEventListener(THEME_CHANGED, listener);
}

/** The theme that is painted now. */
export const useTheme = (): ThemeName =>
  useSyncExternalStore(
    subscribe,
    () => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light'),
    () => 'light',
  );

/** What the person chose. */
export const useThemeChoice = (): ThemeChoice =>
  useSyncExternalStore(
    subscribe,
    () => {
      const choice = document.documentElement.dataset.themeChoice;
      return isThemeChoice(choice) ? choice : 'system';
    },
    () => 'system',
  );
