/** Which fact tells whom, by which way: the table of the unit, its quiet hours, each row with its own form and preview. */
import { useState } from 'react';
import { ways } from '#domain/message/message.states.ts';
import { audiences, type Tell } from '#domain/message/tell.ts';
import { type TellName, tellGroups, tellNames, tells } from '#domain/message/tells.ts';
import type { MessageTerms } from '#domain/message/terms.model.ts';
import { termsOf } from '#domain/message/terms.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead, Panel } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { useWords } from '#web/language.ts';
import { MessageTabs } from './MessageTabs.tsx';
import { QuietForm } from './QuietForm.tsx';
import { TellForm } from './TellForm.tsx';
import './message.css';

const words = {
  title: { zh: '通知规则', en: 'Who is told what' },
  under: { zh: '发生了什么，告诉谁，走哪条渠道。', en: 'What happened, who is told, by which way.' },
  quiet: { zh: '免打扰时段', en: 'Quiet hours' },
  none: { zh: '没有设置', en: 'none' },
  change: { zh: '调整', en: 'Change' },
  see: { zh: '查看', en: 'See' },
  off: { zh: '不通知', en: 'Off' },
  passes: { zh: '夜间也发', en: 'at night too' },
  own: { zh: '本单位文字', en: 'own words' },
  quietHint: {
    zh: '这段时间内不紧急的群消息和邮件等到时段结束再发；站内消息不受影响。',
    en: 'What is not urgent waits for their end before it goes to groups and mailboxes; the inbox is not concerned.',
  },
};

export default function TellsPage() {
  const t = useWords();
  const [opened, setOpened] = useState<TellName | null>(null);
  const [setting, setSetting] = useState(false);
  const { data, error } = useRead('message.terms', {});
  const groups = Object.keys(tellGroups) as (keyof typeof tellGroups)[];
  return (
    <div className="messages">
      <PageHead title={t(words.title)} tab={t(words.title)} under={t(words.under)} />
      <MessageTabs here="tells" />
      {!data ? (
        <Waiting error={error} />
      ) : (
        <>
          <Panel
            title={t(words.quiet)}
            aside={
              data.mayChange && (
                <button type="button" className="btn btn-small" onClick={() => setSetting(true)}>
                  {t(words.change)}
                </button>
              )
            }
          >
            <p className="panel-body">
              <strong>{data.terms.quiet ? `${data.terms.quiet.from}—${data.terms.quiet.to}` : t(words.none)}</strong>{' '}
              <span className="second">{t(words.quietHint)}</span>
            </p>
          </Panel>
          {groups.map((group) => (
            <Panel key={group} title={t(tellGroups[group])}>
              <ul className="rows tell-rows">
                {tellNames
                  .filter((name) => tells[name].about === group)
                  .map((name) => (
                    <Line key={name} name={name} terms={data.terms} mayChange={data.mayChange} onOpen={() => setOpened(name)} />
                  ))}
              </ul>
            </Panel>
          ))}
          {setting && <QuietForm terms={data.terms} onClose={() => setSetting(false)} />}
          {opened && (
            <TellForm
              key={opened}
              name={opened}
              terms={data.terms}
              channels={data.channels}
              mayChange={data.mayChange}
              onClose={() => setOpened(null)}
            />
          )}
        </>
      )}
    </div>
  );
}

interface LineProps {
  readonly name: TellName;
  readonly terms: MessageTerms;
  readonly mayChange: boolean;
  readonly onOpen: () => void;
}

function Line({ name, terms, mayChange, onOpen }: LineProps) {
  const t = useWords();
  const tell: Tell = tells[name];
  const row = termsOf(terms, name);
  return (
    <li className={row.on ? undefined : 'tell-off'}>
      <div className="tell-what">
        <strong>{t(tell.words)}</strong> {tell.clock && <span className="second small">{tell.clock}</span>}
        <div className="second small">{row.to.map((audience) => t(audiences[audience])).join(t({ zh: '、', en: ', ' }))}</div>
      </div>
      <div className="tell-ways">
        {row.on ? (
          [...row.ways, ...(row.channelIds.length > 0 && !row.ways.includes('group') ? (['group'] as const) : [])].map((way) => (
            <span key={way} className="pill">
              {t(ways[way])}
            </span>
          ))
        ) : (
          <span className="pill">{t(words.off)}</span>
        )}
        {row.on && row.passesQuiet && <span className="pill">{t(words.passes)}</span>}
        {(row.title || row.body) && <span className="pill">{t(words.own)}</span>}
      </div>
      <button
        type="button"
        className="btn btn-small"
        aria-label={`${t(mayChange ? words.change : words.see)} ${t(tell.words)}`}
        onClick={onOpen}
      >
        {t(mayChange ? words.change : words.see)}
      </button>
    </li>
  );
}
