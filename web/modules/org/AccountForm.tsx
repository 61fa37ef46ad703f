/** An account for a person. The first password is made here and handed over; the person at the desk sees it once. */
import { useState } from 'react';
import type { Person } from '#domain/org/org.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  title: { zh: '开通账号', en: 'Give an account' },
  username: { zh: '用户名', en: 'User name' },
  usernameHint: { zh: '3–30 个小写字母、数字，例如姓名拼音', en: '3–30 lower-case letters or digits' },
  password: { zh: '初始密码', en: 'First password' },
  passwordHint: { zh: '请记下并交给本人，以后不再显示', en: 'note it down and hand it over; it is not shown again' },
  cancel: { zh: '取消', en: 'Cancel' },
};

export function AccountForm({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const t = useWords();
  const give = useAct('person.giveAccount');
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState(() => firstPassword());
  return (
    <Sheet title={`${t(words.title)} · ${person.name}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          give.mutate({ id: person.id, username, password }, { onSuccess: onClose });
        }}
      >
        <label className="field">
          <span>
            {t(words.username)} <span className="hint">{t(words.usernameHint)}</span>
          </span>
          <input
            className="input"
            required
            minLength={3}
            maxLength={30}
            autoCapitalize="none"
            spellCheck={false}
            autoComplete="off"
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
        </label>
        <label className="field">
          <span>
            {t(words.password)} <span className="hint">{t(words.passwordHint)}</span>
          </span>
          <input
            className="input"
            required
            minLength={8}
            maxLength={128}
            autoComplete="off"
            spellCheck={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        <ProblemNote error={give.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={give.isPending}>
            {t(words.title)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}

/** Ten signs that cannot be mistaken for one another on paper. */
function firstPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => signs[byte % signs.length]).join('');
}
