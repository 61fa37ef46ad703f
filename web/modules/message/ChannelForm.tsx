/** Setting up a channel, or changing one. Secrets go in; what is kept is only said to be there. */
import { useState } from 'react';
import type { Ref } from '#domain/kernel/contract.ts';
import { newId } from '#domain/kernel/id.ts';
import { type ChannelKind, channelKinds } from '#domain/message/message.states.ts';
import type { Acts, Reads } from '#web/api/call.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { channelFields, type Field } from './channel.fields.ts';

const words = {
  add: { zh: '新增渠道', en: 'Add a channel' },
  change: { zh: '修改渠道', en: 'Change the channel' },
  kind: { zh: '类型', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '例如群的名字', en: 'such as the name of the group' },
  place: { zh: '地点', en: 'Place' },
  placeHint: { zh: '这个地点的巡查日志会自动发到群里', en: 'the logs of this place go to the group by themselves' },
  noPlace: { zh: '不限地点（在通知规则里勾选）', en: 'any place (chosen in the rules)' },
  keptSince: { zh: '已保存，不填则不变', en: 'kept; leave empty to keep it' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
};

type Row = Reads['channel.list']['output']['rows'][number];

interface ChannelFormProps {
  readonly channel: Row | null;
  readonly places: readonly Ref[];
  readonly onClose: () => void;
}

export function ChannelForm({ channel, places, onClose }: ChannelFormProps) {
  const t = useWords();
  const save = useAct('channel.save');
  const [id] = useState(() => channel?.id ?? newId());
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? 'wecom');
  const [name, setName] = useState(channel?.name ?? '');
  const [placeId, setPlaceId] = useState(channel?.place?.id ?? '');
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(Object.entries(channel?.settings ?? {}).map(([key, value]) => [key, String(value)])),
  );
  const fields = channelFields[kind];
  const typedIn = (field: Field) => values[field.key] ?? field.initial ?? '';
  const send = () => {
    const given = (which: readonly Field[]) =>
      Object.fromEntries(which.map((field) => [field.key, field.number ? Number(typedIn(field)) : typedIn(field).trim()]));
    const typed = fields.filter((field) => field.secret && typedIn(field).trim() !== '');
    const form = {
      id,
      kind,
      name,
      placeId: placeId || null,
      settings: given(fields.filter((field) => !field.secret)),
      secrets: given(typed),
    } as Acts['channel.save']['input'];
    save.mutate(form, { onSuccess: onClose });
  };
  return (
    <Sheet title={t(channel ? words.change : words.add)} onClose={onClose}>
      <form
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {!channel && (
          <label className="field">
            <span>{t(words.kind)}</span>
            <select className="input" value={kind} onChange={(event) => setKind(event.currentTarget.value as ChannelKind)}>
              {(Object.keys(channelKinds) as ChannelKind[]).map((one) => (
                <option key={one} value={one}>
                  {t(channelKinds[one])}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>
            {t(words.name)} <span className="hint">{t(words.nameHint)}</span>
          </span>
          <input className="input" required maxLength={60} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </label>
        {kind !== 'mail' && (
          <label className="field">
            <span>
              {t(words.place)} <span className="hint">{t(words.placeHint)}</span>
            </span>
            <select className="input" value={placeId} onChange={(event) => setPlaceId(event.currentTarget.value)}>
              <option value="">{t(words.noPlace)}</option>
              {places.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.name}
                </option>
              ))}
            </select>
          </label>
        )}
        {fields.map((field) => {
          const isKept = field.secret === true && channel?.secrets.some((secret) => secret.name === field.key) === true;
          return (
            <ChannelField
              key={`${kind} ${field.key}`}
              field={field}
              kept={isKept ? t(words.keptSince) : null}
              value={typedIn(field)}
              onChange={(value) => setValues({ ...values, [field.key]: value })}
            />
          );
        })}
        <ProblemNote error={save.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={save.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

interface ChannelFieldProps {
  readonly field: Field;
  /** Said in the place of a secret that is kept. */
  readonly kept: string | null;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ChannelField({ field, kept, value, onChange }: ChannelFieldProps) {
  const t = useWords();
  const common = { className: 'input', value, required: field.required === true && kept === null };
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is one of two inside it
    <label className="field">
      <span>
        {t(field.words)} {field.hint && <span className="hint">{t(field.hint)}</span>}
      </span>
      {field.options ? (
        <select {...common} onChange={(event) => onChange(event.currentTarget.value)}>
          {field.options.map(({ value: option, words: said }) => (
            <option key={option} value={option}>
              {t(said)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type={field.secret ? 'password' : 'text'}
          inputMode={field.number ? 'numeric' : undefined}
          autoComplete={field.secret ? 'new-password' : 'off'}
          placeholder={kept ?? field.example}
          maxLength={500}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </label>
  );
}
