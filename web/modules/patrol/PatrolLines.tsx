import type { PatrolRow } from '#domain/patrol/patrol.model.ts';
import { patrolStates } from '#domain/patrol/patrol.states.ts';
import { photoUrl } from '#domain/photo/photo.sizes.ts';
import { to } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';
import { StateTag, ToneTag } from '#web/ui/StateTag.tsx';
import { sayDay, sayWeekday } from '#web/ui/say.ts';
import './patrol.css';

const words = {
  leads: { zh: '带班', en: 'leads' },
  late: { zh: '日志迟报', en: 'Log late' },
  nothing: { zh: '未发现问题', en: 'nothing found' },
  extra: { zh: '临时', en: 'extra' },
  amended: { zh: '已更正', en: 'amended' },
  signed: { zh: '签名', en: 'signed' },
  reason: { zh: '迟报原因', en: 'Why late' },
  noReason: { zh: '还没有说明', en: 'no reason given yet' },
  nobody: { zh: '未排人员', en: 'nobody assigned' },
};

/** Patrols in a list: when, where, who, what was found. */
export function PatrolLines({ patrols }: { readonly patrols: readonly PatrolRow[] }) {
  const t = useWords();
  return (
    <ul className="rows patrol-lines">
      {patrols.map((patrol) => (
        <li key={patrol.id} className="patrol-line">
          <div className="patrol-when" title={patrol.day}>
            {t(sayDay(patrol.day))} <span className="second small">{t(sayWeekday(patrol.day))}</span>
            <div className="second small">
              {patrol.starts}–{patrol.ends}
            </div>
          </div>
          <div>
            <a className="row-link" href={to('patrol', { id: patrol.id })}>
              {patrol.place.name}
            </a>{' '}
            {patrol.rosterId === null && <span className="pill">{t(words.extra)}</span>}
            <div className="second small">
              {[patrol.leader && `${patrol.leader.name}（${t(words.leads)}）`, ...patrol.members.map(({ name }) => name)]
                .filter(Boolean)
                .join('、') || t(words.nobody)}
            </div>
            {patrol.late && (
              <div className="small">
                {t(words.reason)}：{patrol.lateReason ?? <span className="second">{t(words.noReason)}</span>}
              </div>
            )}
          </div>
          <div className="patrol-found small">
            {patrol.problems > 0 ? (
              <strong>{t({ zh: `问题 ${patrol.problems} 个`, en: `${patrol.problems} found` })}</strong>
            ) : patrol.submittedAt ? (
              <span className="second">{t(words.nothing)}</span>
            ) : null}
            {patrol.photoIds.length > 0 && (
              <div className="patrol-photos">
                {patrol.photoIds.map((id) => (
                  <img key={id} src={photoUrl(id, 'thumb')} alt="" loading="lazy" width={44} height={33} />
                ))}
              </div>
            )}
          </div>
          <div className="patrol-tags">
            <StateTag states={patrolStates} state={patrol.state} />
            {patrol.late && <ToneTag tone="late" words={words.late} />}
            {patrol.amendments > 0 && <span className="pill">{t(words.amended)}</span>}
            {patrol.submittedAt && (
              <span className="second small">
                {t(words.signed)} {patrol.signed}/{patrol.toSign}
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
