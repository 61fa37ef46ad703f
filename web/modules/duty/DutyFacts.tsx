import type { Duty } from '#domain/duty/duty.model.ts';
import { sourceHref, to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { SourceMark } from '#web/ui/SourceMark.tsx';

const words = {
  owners: { zh: '责任科室', en: 'Owner' },
  leaders: { zh: '分管领导', en: 'Leader in charge' },
  meaning: { zh: '即', en: 'meaning' },
  unnamed: { zh: '公文未写明', en: 'not named' },
  place: { zh: '地点', en: 'Place' },
  standard: { zh: '测评标准', en: 'Standard' },
  words: { zh: '材料篇幅', en: 'Length' },
  photos: { zh: '照片要求', en: 'Photos' },
  forms: { zh: '要用的表单', en: 'Forms' },
  caption: { zh: '注明', en: 'captioned' },
};

/** Owners and leaders as the notice words them, with the sections and people those words mean. */
export function DutyFacts({ duty }: { readonly duty: Duty }) {
  const t = useWords();
  const named = (said: readonly string[], meant: readonly { readonly name: string }[], filter: 'owner' | 'leader') => {
    if (said.length === 0) return <span className="second">{t(words.unnamed)}</span>;
    const further = meant.map(({ name }) => name).filter((name) => !said.includes(name));
    return (
      <>
        {said.map((name, i) => (
          <span key={name}>
            {i > 0 && '、'}
            <a href={to('duties', {}, { [filter]: name })}>{name}</a>
          </span>
        ))}
        {further.length > 0 && (
          <span className="second">
            {' '}
            {t(words.meaning)} {further.join('、')}
          </span>
        )}
      </>
    );
  };
  return (
    <dl className="facts">
      <dt>{t(words.owners)}</dt>
      <dd>{named(duty.owners, duty.sections, 'owner')}</dd>
      <dt>{t(words.leaders)}</dt>
      <dd>{named(duty.leaders, duty.leadersInCharge, 'leader')}</dd>
      {duty.place && (
        <>
          <dt>{t(words.place)}</dt>
          <dd>{duty.place.name}</dd>
        </>
      )}
      {duty.standard && (
        <>
          <dt>{t(words.standard)}</dt>
          <dd className="quote">{duty.standard}</dd>
        </>
      )}
      {duty.words && (
        <>
          <dt>{t(words.words)}</dt>
          <dd>
            {t({
              zh: `${duty.words.approximate ? '约 ' : ''}${duty.words.n} 字`,
              en: `${duty.words.approximate ? 'about ' : ''}${duty.words.n} characters`,
            })}
          </dd>
        </>
      )}
      {duty.photos && (
        <>
          <dt>{t(words.photos)}</dt>
          <dd>
            {t({ zh: `${duty.photos.n} 张`, en: String(duty.photos.n) })} {duty.photos.kinds.join('、')}
            {duty.photos.captionFields.length > 0 && ` · ${t(words.caption)} ${duty.photos.captionFields.join('、')}`}
          </dd>
        </>
      )}
      {duty.forms.length > 0 && (
        <>
          <dt>{t(words.forms)}</dt>
          <dd>
            {duty.forms.map((form, i) => (
              <span key={form.name}>
                {i > 0 && '、'}
                {form.name} <SourceMark source={form.source} href={sourceHref} />
              </span>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}
