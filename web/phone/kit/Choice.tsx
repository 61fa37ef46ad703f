import { useId } from 'react';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly tone?: 'done' | 'late' | 'todo';
}

/** One of a few, in one tap: native radio buttons dressed as a bar, so that keys and screen readers know them. */
export function Choice<Value extends string>({
  legend,
  options,
  value,
  onChoose,
  shown = true,
}: {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
  /** Whether the legend is seen or only heard. */
  readonly shown?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className={shown ? 'field-label' : 'visually-hidden'}>{legend}</legend>
      <div className="choice-bar">
        {options.map((option) => (
          <label key={option.value} className={option.tone ? `as-${option.tone}` : undefined}>
            <input type="radio" name={name} value={option.value} checked={value === option.value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
