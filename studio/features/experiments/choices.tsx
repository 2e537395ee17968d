'use client';
import styles from './design/design.module.css';

/** A few ways to go on, each with a line on what it means. */
export function Choices<Value extends string>({
  legend,
  name,
  value,
  onChange,
  options,
}: {
  legend: string;
  name: string;
  value: Value | undefined;
  onChange: (value: Value) => void;
  options: readonly { value: Value; title: string; text: string }[];
}) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles.choice} data-on={value === option.value || undefined}>
          <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
          <span>
            <span className={styles.choiceTitle}>{option.title}</span>
            <span className={styles.quiet}>{option.text}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
