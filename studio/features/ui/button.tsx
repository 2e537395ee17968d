import Link from 'next/link';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './button.module.css';

interface Look {
  /** `primary` is the one action of a page or dialog. */
  look?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** `large` is at least 44 px high, for phones and forms that stand alone. */
  size?: 'base' | 'large';
  icon?: ReactNode;
}

type ButtonProps = Look & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean; ref?: Ref<HTMLButtonElement> };

/** A button. While `busy` it keeps its width and words, cannot be pressed again, and says so to screen readers. */
export function Button({ look = 'plain', size = 'base', icon, busy, children, className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.button, className].filter(Boolean).join(' ')}
      data-look={look}
      data-size={size}
      data-icon-only={children === undefined || undefined}
      aria-busy={busy || undefined}
      disabled={rest.disabled || busy}
    >
      {icon}
      {children}
    </button>
  );
}

/** A link that looks like a button; outside addresses open in a new tab without handing over the opener. */
export function ButtonLink({
  look = 'plain',
  size = 'base',
  icon,
  href,
  children,
  className,
  ...rest
}: Look & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const shared = {
    ...rest,
    className: [styles.button, className].filter(Boolean).join(' '),
    'data-look': look,
    'data-size': size,
  };
  if (/^https?:/.test(href)) {
    return (
      <a {...shared} href={href} target="_blank" rel="noopener noreferrer">
        {icon}
        {children}
      </a>
    );
  }
  return (
    <Link {...shared} href={href}>
      {icon}
      {children}
    </Link>
  );
}
