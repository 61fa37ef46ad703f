/** Communities, departments and the campaign office beside the unit, with the people who answer for them. */
import { useState } from 'react';
import { newId } from '#domain/kernel/id.ts';
import type { Words } from '#domain/kernel/words.ts';
import type { Person, Unit, UnitKind } from '#domain/org/org.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { Panel } from '#web/desk/kit/Page.tsx';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';
import { AccountForm } from './AccountForm.tsx';
import { Posts } from './PeoplePanel.tsx';
import { PersonForm } from './PersonForm.tsx';

type Partner = Unit & { readonly people: readonly Person[] };
type PartnerKind = Exclude<UnitKind, 'office'>;

const kinds: Record<PartnerKind, Words> = {
  department: { zh: '职能部门', en: 'Department' },
  community: { zh: '社区', en: 'Community' },
  campaignOffice: { zh: '创城办', en: 'Campaign office' },
};

const words = {
  title: { zh: '协作单位', en: 'Partners' },
  none: { zh: '问题要协调或上报给谁，就把谁加在这里。', en: 'Add whoever takes over problems.' },
  add: { zh: '新增协作单位', en: 'Add a partner' },
  addPerson: { zh: '加联系人', en: 'Add a contact' },
  give: { zh: '开通账号', en: 'Give an account' },
  kind: { zh: '类型', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
};

export function PartnersPanel({ partners, mayManage }: { readonly partners: readonly Partner[]; readonly mayManage: boolean }) {
  const t = useWords();
  const [form, setForm] = useState<{ readonly partner: Partner } | { readonly person: Person } | 'add' | null>(null);
  const close = () => setForm(null);
  return (
    <Panel
      title={t(words.title)}
      aside={
        mayManage && (
          <button type="button" className="btn btn-small" onClick={() => setForm('add')}>
            {t(words.add)}
          </button>
        )
      }
    >
      {partners.length === 0 ? (
        <p className="none">{t(words.none)}</p>
      ) : (
        <ul className="rows">
          {partners.map((partner) => (
            <li key={partner.id}>
              <div className="partner-head">
                <strong>{partner.name}</strong> <span className="pill">{partner.kind !== 'office' && t(kinds[partner.kind])}</span>
                {mayManage && (
                  <button
                    type="button"
                    className="btn btn-small btn-quiet"
                    aria-label={`${t(words.addPerson)} ${partner.name}`}
                    onClick={() => setForm({ partner })}
                  >
                    {t(words.addPerson)}
                  </button>
                )}
              </div>
              {partner.people.map((person) => (
                <div key={person.id} className="partner-person">
                  {person.name} <Posts person={person} sections={[]} />{' '}
                  {person.username ? (
                    <span className="second small">{person.username}</span>
                  ) : (
                    mayManage && (
                      <button
                        type="button"
                        className="btn btn-small btn-quiet"
                        aria-label={`${t(words.give)} ${person.name}`}
                        onClick={() => setForm({ person })}
                      >
                        {t(words.give)}
                      </button>
                    )
                  )}
                </div>
              ))}
            </li>
          ))}
        </ul>
      )}
      {form === 'add' && <PartnerForm onClose={close} />}
      {form && form !== 'add' && 'partner' in form && (
        <PersonForm
          sections={[]}
          unitId={form.partner.id}
          kinds={form.partner.kind === 'campaignOffice' ? ['campaignOfficer', 'liaison'] : ['liaison']}
          onClose={close}
        />
      )}
      {form && form !== 'add' && 'person' in form && <AccountForm person={form.person} onClose={close} />}
    </Panel>
  );
}

function PartnerForm({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const add = useAct('unit.addPartner');
  const [id] = useState(() => newId());
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PartnerKind>('department');
  return (
    <Sheet title={t(words.add)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate({ id, kind, name }, { onSuccess: onClose });
        }}
      >
        <label className="field">
          <span>{t(words.name)}</span>
          <input
            className="input"
            required
            minLength={2}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <label className="field">
          <span>{t(words.kind)}</span>
          <select className="input" value={kind} onChange={(event) => setKind(event.currentTarget.value as PartnerKind)}>
            {(Object.keys(kinds) as PartnerKind[]).map((one) => (
              <option key={one} value={one}>
                {t(kinds[one])}
              </option>
            ))}
          </select>
        </label>
        <ProblemNote error={add.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={name.trim().length < 2 || add.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
