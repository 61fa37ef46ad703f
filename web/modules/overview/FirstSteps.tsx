/** An empty start leads through three steps; once they are done this card is gone. */
import type { Words } from '#domain/kernel/words.ts';
import type { Reads } from '#web/api/call.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';

const words = {
  title: { zh: '三步开始', en: 'Three steps to begin' },
  done: { zh: '已完成', en: 'done' },
} satisfies Record<string, Words>;

interface Step {
  readonly title: Words;
  readonly hint: Words;
  readonly go: Words;
  readonly href: string;
}

/** The first step once something was imported. */
const checkDrafts: Step = {
  title: { zh: '核对并采纳公文', en: 'Check and adopt the notice' },
  hint: {
    zh: '公文已导入。确认疑点、更正读错的地方，然后采纳为工作方案。',
    en: 'The notice is imported. Settle what is open, correct what was misread, then adopt it.',
  },
  go: { zh: '去核对', en: 'Check it' },
  href: to('notices'),
};

type Overview = Reads['overview.today']['output'];

const steps: Record<keyof Overview['setUp'], Step> = {
  notices: {
    title: { zh: '导入第一份公文', en: 'Import the first notice' },
    hint: {
      zh: '上传或粘贴创城通知，系统读出责任、地点、期限，您核对后采纳。',
      en: 'Upload or paste the campaign notice; its duties, places and due days are read out for you to check and adopt.',
    },
    go: { zh: '导入公文', en: 'Import' },
    href: to('importNotice'),
  },
  people: {
    title: { zh: '加人、开账号', en: 'Add people and accounts' },
    hint: {
      zh: '公文里点到的领导小组成员会自动列出；补上巡查人员，给他们开通账号。',
      en: 'The leading group named in the notice is listed already; add the patrollers and give them accounts.',
    },
    go: { zh: '去单位', en: 'To the unit' },
    href: to('org'),
  },
  roster: {
    title: { zh: '排出本月值班表', en: 'Make the roster' },
    hint: {
      zh: '按公文的巡查规则自动排班，可以手工调整，发布后手机上就能看到。',
      en: 'It is proposed by the rule of the notice, adjusted by hand, and on the phones once published.',
    },
    go: { zh: '去排班', en: 'To the roster' },
    href: to('roster'),
  },
};

export function FirstSteps({ setUp, drafts }: { readonly setUp: Overview['setUp']; readonly drafts: number }) {
  const t = useWords();
  const order = Object.keys(steps) as (keyof typeof steps)[];
  const next = order.find((step) => !setUp[step]);
  if (!next) return drafts > 0 ? <Drafts drafts={drafts} /> : null;
  const stepOf = (step: keyof typeof steps): Step => (step === 'notices' && drafts > 0 ? checkDrafts : steps[step]);
  return (
    <>
      <section className="panel first-steps" aria-labelledby="first-steps">
        <h2 id="first-steps">{t(words.title)}</h2>
        <ol>
          {order.map((step, i) => (
            <li key={step} className={setUp[step] ? 'step-done' : step === next ? 'step-next' : ''}>
              <span className="step-mark" aria-hidden="true">
                {setUp[step] ? <Icon name="done" size={16} /> : i + 1}
              </span>
              <div>
                <strong>{t(stepOf(step).title)}</strong> {setUp[step] && <span className="second small">{t(words.done)}</span>}
                {!setUp[step] && <p className="second">{t(stepOf(step).hint)}</p>}
              </div>
              {!setUp[step] && (
                <a className={step === next ? 'btn btn-main' : 'btn'} href={stepOf(step).href}>
                  {t(stepOf(step).go)}
                </a>
              )}
            </li>
          ))}
        </ol>
      </section>
      {setUp.notices && drafts > 0 && <Drafts drafts={drafts} />}
    </>
  );
}

function Drafts({ drafts }: { readonly drafts: number }) {
  const t = useWords();
  return (
    <p className="drafts-note">
      <Icon name="notice" size={18} />
      {t({
        zh: `有 ${drafts} 份公文等待核对采纳。`,
        en: `${drafts} ${drafts === 1 ? 'notice waits' : 'notices wait'} to be checked and adopted.`,
      })}{' '}
      <a href={to('notices')}>{t({ zh: '去核对', en: 'Check now' })}</a>
    </p>
  );
}
