'use client';
import { type UseComboboxState, type UseComboboxStateChangeOptions, useCombobox } from 'downshift';
import { ChevronDown, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useLayoutEffect, useRef } from 'react';
import type { ControlProps } from '@/features/ui/field';
import { type Choice, MOST_SHOWN } from './choice';
import styles from './pickers.module.css';

export interface ComboboxProps<One extends Choice> {
  control: ControlProps;
  chosen: One | undefined;
  /** What is offered for what is typed. */
  choices: readonly One[];
  /** What is looked for: '' while the field shows what is chosen. */
  onAsk: (text: string) => void;
  onChoose: (choice: One | undefined) => void;
  /** Nothing may be chosen, too. */
  clearable?: boolean;
  /** Each choice is taken, and the field is free for the next one. */
  adds?: boolean;
  placeholder?: string | undefined;
  /** Said below the list, or in its place: that it is read, that nothing fits, that there are more. */
  note?: ReactNode;
  readOnly?: boolean;
  name?: string | undefined;
  fieldName?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  onFocus?: () => void;
}

const labelOf = (choice: Choice | null): string => choice?.label ?? '';
const { InputKeyDownEscape, InputKeyDownEnter, InputBlur, InputChange, ItemClick } = useCombobox.stateChangeTypes;

/** What downshift would do, with our own ends: leaving the field never chooses what merely lies under the mouse. */
function settled<One extends Choice>(
  state: UseComboboxState<One>,
  { type, changes, props }: UseComboboxStateChangeOptions<One>,
  { adds, clearable }: { adds: boolean; clearable: boolean },
): Partial<UseComboboxState<One>> {
  const asBefore = { ...changes, selectedItem: state.selectedItem, inputValue: labelOf(state.selectedItem) };
  switch (type) {
    case InputKeyDownEscape:
      return asBefore;
    case InputBlur: {
      const typed = state.inputValue.trim();
      const named = props.items.filter(({ label }) => typed !== '' && label === typed);
      const [only] = named;
      return only && named.length === 1 && !adds
        ? { ...changes, selectedItem: only, inputValue: only.label }
        : asBefore;
    }
    case InputChange:
      return clearable && changes.inputValue === '' ? { ...changes, selectedItem: null } : changes;
    case InputKeyDownEnter:
    case ItemClick:
      if (!changes.selectedItem || (type === InputKeyDownEnter && state.highlightedIndex < 0)) return state;
      return adds ? { ...changes, isOpen: true, inputValue: '', highlightedIndex: state.highlightedIndex } : changes;
    default:
      return changes;
  }
}

/** The field of every picker: typing narrows what is offered, arrows and Enter choose, Escape leaves all as it was. */
export function Combobox<One extends Choice>({
  control,
  chosen,
  choices,
  onAsk,
  onChoose,
  clearable = false,
  adds = false,
  placeholder,
  note,
  readOnly = false,
  name,
  fieldName,
  inputRef,
  onFocus,
}: ComboboxProps<One>) {
  const t = useTranslations('ui.picker');
  const popup = useRef<HTMLDivElement>(null);
  const items = choices.slice(0, MOST_SHOWN);
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps, getToggleButtonProps } =
    useCombobox<One>({
      items,
      selectedItem: chosen ?? null,
      itemToString: labelOf,
      // The name belongs to it: a choice that was not read yet gets its name later.
      itemToKey: (choice) => choice && `${choice.value} ${choice.label}`,
      defaultHighlightedIndex: 0,
      inputId: control.id,
      labelId: `${control.id}-label`,
      menuId: `${control.id}-menu`,
      toggleButtonId: `${control.id}-toggle`,
      getItemId: (index) => `${control.id}-${index}`,
      stateReducer: (state, options) => settled(state, options, { adds, clearable }),
      onSelectedItemChange: ({ selectedItem }) => onChoose(selectedItem ?? undefined),
      onInputValueChange: ({ inputValue = '', selectedItem }) =>
        onAsk(inputValue === labelOf(selectedItem ?? null) ? '' : inputValue),
    });
  useLayoutEffect(() => {
    popup.current?.togglePopover(isOpen);
  }, [isOpen]);
  const anchor = `--p${control.id.replaceAll(/[^a-zA-Z0-9]/g, '')}`;
  return (
    <div className={styles.combobox} style={{ anchorName: anchor }}>
      <input
        {...getInputProps({
          ref: inputRef ?? null,
          onFocus: (event) => {
            event.currentTarget.select();
            onFocus?.();
          },
          onKeyDown: (event) => {
            // Closed, Escape is the dialog's; downshift would empty the field.
            if (event.key === 'Escape' && !isOpen) Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
          },
          disabled: readOnly,
        })}
        {...control}
        disabled={false}
        readOnly={readOnly}
        name={name}
        data-field={fieldName}
        placeholder={placeholder}
        spellCheck={false}
      />
      {clearable && chosen && !readOnly && (
        <button type="button" className={styles.clear} aria-label={t('clear')} onClick={() => onChoose(undefined)}>
          <X size={14} aria-hidden />
        </button>
      )}
      {!readOnly && (
        <button {...getToggleButtonProps({ type: 'button', className: styles.toggle, 'aria-label': t('show') })}>
          <ChevronDown size={16} aria-hidden />
        </button>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by pressing it, the focus stays in the field */}
      <div
        ref={popup}
        popover="manual"
        className={styles.popup}
        style={{ positionAnchor: anchor }}
        onMouseDown={(event) => event.preventDefault()}
      >
        <ul {...getMenuProps({ className: styles.options })}>
          {isOpen &&
            items.map((choice, index) => (
              <li
                key={choice.value}
                {...getItemProps({
                  item: choice,
                  index,
                  className: styles.option,
                })}
                data-value={choice.value}
                data-at={index === highlightedIndex || undefined}
                data-on={choice.value === chosen?.value || undefined}
              >
                <span className={styles.label}>{choice.label}</span>
                {choice.about && (
                  <span className={styles.about} title={choice.about}>
                    {choice.about}
                  </span>
                )}
              </li>
            ))}
        </ul>
        {isOpen && (note || choices.length > items.length) && (
          <p className={styles.note} role="status">
            {note ?? t('more')}
          </p>
        )}
      </div>
    </div>
  );
}
