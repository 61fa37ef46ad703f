/** The log of a patrol as a page of A4, in any of its versions: what an office files, with photos and signatures. */
import { useState } from 'react';
import { type Disposal, disposals } from '#domain/issue/issue.states.ts';
import { timeOf } from '#domain/kernel/day.ts';
import { sumOf } from '#domain/patrol/grade.ts';
import type { LogPage as Page } from '#domain/patrol/log.model.ts';
import { type HelpKind, helpKinds, type Verdict, verdicts } from '#domain/patrol/patrol.states.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import type { Reads } from '#web/api/call.ts';
import { useRead } from '#web/api/hooks.ts';
import { PageHead } from '#web/desk/kit/Page.tsx';
import { Waiting } from '#web/desk/kit/Waiting.tsx';
import { to, useSearch } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { Signatures } from '#web/ui/Signatures.tsx';
import { exactAt } from '#web/ui/say.ts';
import './logPage.css';

const words = {
  title: { zh: '巡查日志', en: 'Patrol log' },
  back: { zh: '巡查详情', en: 'The patrol' },
  print: { zh: '打印或存为 PDF', en: 'Print or save as PDF' },
  draft: { zh: '尚未签名上报', en: 'not yet signed or sent' },
  old: { zh: '旧版', en: 'former version' },
  version: (n: number) => ({ zh: `第 ${n} 版`, en: `Version ${n}` }),
  place: { zh: '地点', en: 'Place' },
  point: { zh: '点位类型', en: 'Point type' },
  time: { zh: '时间', en: 'Time' },
  leader: { zh: '带班领导', en: 'Leader on duty' },
  members: { zh: '巡查人员', en: 'Patrollers' },
  checked: { zh: '检查情况', en: 'What was checked' },
  no: { zh: '序号', en: 'No.' },
  item: { zh: '检查内容', en: 'Item' },
  result: { zh: '结果', en: 'Result' },
  grade: { zh: '测评', en: 'State' },
  problems: { zh: '发现问题及处置', en: 'Problems and what was done' },
  nothing: { zh: '本次巡查未发现问题。', en: 'Nothing was found on this patrol.' },
  open: { zh: '待处置', en: 'open' },
  help: { zh: '帮助服务', en: 'Help given' },
  note: { zh: '情况说明', en: 'Remarks' },
  missing: { zh: '照片未收到或不能显示', en: 'photo not here, or not shown' },
  before: { zh: '整改前', en: 'Before' },
  after: { zh: '整改后', en: 'After' },
  signed: { zh: '签名', en: 'Signatures' },
  reason: { zh: '更正原因', en: 'Why amended' },
  sent: { zh: '上报', en: 'Sent' },
  late: { zh: '逾期上报', en: 'Sent late' },
};

export default function LogPage({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useWords();
  const search = useSearch();
  const version = /^[1-9]\d{0,4}$/.test(search.version ?? '') ? Number(search.version) : undefined;
  const { data, error } = useRead('patrol.log', { id: params.id!, ...(version ? { version } : {}) });
  const patrol = useRead('patrol.get', { id: params.id! });
  if (!data) return <Waiting error={error} alone />;
  const label = data.version ? t(words.version(data.version.version)) : t(words.draft);
  return (
    <>
      <PageHead
        title={t(words.title)}
        tab={`${t(words.title)} ${data.place}`}
        above={<a href={to('patrol', { id: data.id })}>{t(words.back)}</a>}
        under={[label, !data.isLatest && t(words.old)].filter(Boolean).join(' · ')}
      >
        <button type="button" className="btn btn-main" onClick={() => print()}>
          {t(words.print)}
        </button>
      </PageHead>
      <article className="log-page">
        {data.page ? <Body page={data.page} /> : <pre className="log">{data.text}</pre>}
        <section className="log-page-signed">
          <h2>{t(words.signed)}</h2>
          <Signatures exact lines={signaturesOf(data, patrol.data?.patrol.toSign ?? [])} />
          <Fate data={data} />
        </section>
      </article>
    </>
  );
}

type Kept = Reads['patrol.log']['output'];
type Line = Reads['patrol.get']['output']['patrol']['toSign'][number];

/** On the present version those who are asked to sign stand too; a former one shows who did. */
function signaturesOf({ version, isLatest }: Kept, asked: readonly Line[]): readonly Line[] {
  return isLatest ? asked : (version?.signatures ?? []);
}

function Fate({ data }: { readonly data: Kept }) {
  const t = useWords();
  const { version } = data;
  return (
    <p className="small">
      {version?.reason && `${t(words.reason)}：${version.reason}。`}
      {version?.sent && `${t(words.sent)}：${exactAt(version.sent.at)} ${version.sent.by?.name ?? ''} ${version.sent.via}。`}
      {data.late && `${t(words.late)}${data.lateReason ? `：${data.lateReason}` : ''}。`}
    </p>
  );
}

function Body({ page }: { readonly page: Page }) {
  const t = useWords();
  const [year, month, day] = page.day.split('-').map(Number);
  const help = (Object.keys(helpKinds) as HelpKind[]).filter((kind) => page.help[kind] > 0);
  const sum = sumOf(page.items);
  return (
    <>
      <header>
        <h2 className="log-page-title">{page.unitName}</h2>
        <p className="log-page-name">
          {t(words.title)}（{t({ zh: `${year}年${month}月${day}日`, en: page.day })}）
        </p>
      </header>
      <table className="log-page-facts">
        <tbody>
          <tr>
            <th scope="row">{t(words.place)}</th>
            <td>{page.placeName}</td>
            <th scope="row">{t(words.point)}</th>
            <td>{page.pointName ?? '—'}</td>
          </tr>
          <tr>
            <th scope="row">{t(words.members)}</th>
            <td>{page.memberNames.join('、') || '—'}</td>
            <th scope="row">{t(words.leader)}</th>
            <td>{page.leaderName ?? '—'}</td>
          </tr>
          <tr>
            <th scope="row">{t(words.time)}</th>
            <td>
              {page.startedAt ? timeOf(page.startedAt) : '—'}—{page.submittedAt ? timeOf(page.submittedAt) : ''}
            </td>
            <th scope="row">{t(words.grade)}</th>
            <td>
              {sum.mean === null
                ? '—'
                : `${sum.counts.map(([grade, n]) => `${grade} ${n}`).join('，')}；${t({ zh: `${sum.of} 项平均 ${sum.mean}%`, en: `mean of ${sum.of} ${sum.mean}%` })}`}
            </td>
          </tr>
        </tbody>
      </table>
      <h2>{t(words.checked)}</h2>
      <table className="log-page-items">
        <thead>
          <tr>
            <th scope="col">{t(words.no)}</th>
            <th scope="col">{t(words.item)}</th>
            <th scope="col">{t(words.result)}</th>
            <th scope="col">{t(words.grade)}</th>
          </tr>
        </thead>
        <tbody>
          {page.items.map((item) => (
            <tr key={item.no}>
              <td>{item.no}</td>
              <td className="log-page-item">{item.text}</td>
              <td className={item.verdict === 'problem' ? 'log-page-bad' : undefined}>
                {item.verdict ? t(verdicts[item.verdict as Verdict]) : '—'}
                {item.measures.map((measure) => (
                  <div key={measure.metric}>
                    {measure.metric} {measure.value}%
                  </div>
                ))}
              </td>
              <td>{item.grade ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t(words.problems)}</h2>
      {page.problems.length === 0 && <p>{t(words.nothing)}</p>}
      <ol className="log-page-problems">
        {page.problems.map((problem) => (
          <li key={problem.no}>
            <p>
              {[problem.itemNo && t({ zh: `检查项 ${problem.itemNo}`, en: `item ${problem.itemNo}` }), problem.spot, problem.text]
                .filter(Boolean)
                .join('，')}
              —— {problem.disposal ? t(disposals[problem.disposal as Disposal]) : t(words.open)} {problem.handlerName}
            </p>
            <div className="log-page-photos">
              {problem.beforeIds.slice(0, 2).map((id) => (
                <Photo key={id} id={id} word={t(words.before)} />
              ))}
              {problem.afterIds.slice(0, 2).map((id) => (
                <Photo key={id} id={id} word={t(words.after)} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      {(help.length > 0 || page.note) && (
        <p>
          {help.length > 0 && (
            <>
              <strong>{t(words.help)}</strong>：{help.map((kind) => `${t(helpKinds[kind])} ${page.help[kind]}`).join('，')}。
            </>
          )}
          {page.note && (
            <>
              <strong>{t(words.note)}</strong>：{page.note}
            </>
          )}
        </p>
      )}
    </>
  );
}

/** Announced photos stand in the log before their bytes are here. */
function Photo({ id, word }: { readonly id: string; readonly word: string }) {
  const t = useWords();
  const [isMissing, setMissing] = useState(false);
  return (
    <figure>
      {isMissing ? (
        <div className="log-page-missing">{t(words.missing)}</div>
      ) : (
        <img src={photoUrl(id, 'shown')} alt={word} onError={() => setMissing(true)} />
      )}
      <figcaption>{word}</figcaption>
    </figure>
  );
}
