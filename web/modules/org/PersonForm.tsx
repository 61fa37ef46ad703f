/** Adding a person, or changing the posts of one. A person may hold several. */
import { useState } from 'react';
import { type PostKind, postKinds } from '#domain/kernel/actor.ts';
import { newId } from '#domain/kernel/id.ts';
import type { Person, Post, Section } from '#domain/org/org.model.ts';
import { useAct } from '#web/api/hooks.ts';
import { useWords } from '#web/language.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { ProblemNote } from '#web/ui/ProblemNote.tsx';
import { Sheet } from '#web/ui/Sheet.tsx';

const words = {
  add: { zh: '新增人员', en: 'Add a person' },
  edit: { zh: '调整职务', en: 'Change posts' },
  name: { zh: '姓名', en: 'Name' },
  posts: { zh: '职务', en: 'Posts' },
  kind: { zh: '职责', en: 'Role' },
  section: { zh: '科室', en: 'Section' },
  noSection: { zh: '无科室', en: 'no section' },
  title: { zh: '职务名称', en: 'Title' },
  another: { zh: '再加一个职务', en: 'Another post' },
  remove: { zh: '去掉这个职务', en: 'Remove this post' },
  cancel: { zh: '取消', en: 'Cancel' },
  save: { zh: '保存', en: 'Save' },
};

interface PersonFormProps {
  readonly person?: Person;
  readonly sections: readonly Section[];
  /** A partner unit; own unit when absent. */
  readonly unitId?: string;
  readonly kinds?: readonly PostKind[];
  readonly onClose: () => void;
}

const ownKinds: readonly PostKind[] = ['officer', 'sectionHead', 'campaignClerk', 'leaderInCharge', 'topLeader'];

export function PersonForm({ person, sections, unitId, kinds = ownKinds, onClose }: PersonFormProps) {
  const t = useWords();
  const add = useAct('person.add');
  const assign = useAct('person.assign');
  const [id] = useState(() => person?.id ?? newId());
  const [name, setName] = useState(person?.name ?? '');
  const [posts, setPosts] = useState<readonly Post[]>(person?.posts ?? [{ kind: kinds[0]!, sectionId: null, title: '' }]);
  const change = (index: number, changes: Partial<Post>) =>
    setPosts(posts.map((post, i) => (i === index ? { ...post, ...changes } : post)));
  const save = () => {
    const titled = posts.map((post) => ({ ...post, title: post.title.trim() || postKinds[post.kind].zh }));
    if (person) assign.mutate({ id, was: person.posts, posts: titled }, { onSuccess: onClose });
    else add.mutate({ id, unitId, name, posts: titled }, { onSuccess: onClose });
  };
  return (
    <Sheet title={person ? `${t(words.edit)} · ${person.name}` : t(words.add)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {!person && (
          <label className="field">
            <span>{t(words.name)}</span>
            <input className="input" required maxLength={20} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          </label>
        )}
        <fieldset className="field">
          <legend>{t(words.posts)}</legend>
          {posts.map((post, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: posts have no id; rows are only appended and removed
            <div key={index} className="post-row">
              <select
                className="input"
                aria-label={t(words.kind)}
                value={post.kind}
                onChange={(event) => change(index, { kind: event.currentTarget.value as PostKind })}
              >
                {[...new Set([...kinds, post.kind])].map((kind) => (
                  <option key={kind} value={kind}>
                    {t(postKinds[kind])}
                  </option>
                ))}
              </select>
              <select
                className="input"
                aria-label={t(words.section)}
                value={post.sectionId ?? ''}
                onChange={(event) => change(index, { sectionId: event.currentTarget.value || null })}
              >
                <option value="">{t(words.noSection)}</option>
                {sections.map((section) => (
                  <option key={section.id} value={section.id}>
                    {section.name}
                  </option>
                ))}
              </select>
              <input
                className="input"
                aria-label={t(words.title)}
                placeholder={t(words.title)}
                maxLength={40}
                value={post.title}
                onChange={(event) => change(index, { title: event.currentTarget.value })}
              />
              <button
                type="button"
                className="btn btn-quiet"
                aria-label={t(words.remove)}
                disabled={posts.length === 1}
                onClick={() => setPosts(posts.filter((_, i) => i !== index))}
              >
                <Icon name="close" size={16} />
              </button>
            </div>
          ))}
          {posts.length < 6 && (
            <button
              type="button"
              className="btn btn-small"
              onClick={() => setPosts([...posts, { kind: kinds[0]!, sectionId: null, title: '' }])}
            >
              <Icon name="plus" size={14} />
              {t(words.another)}
            </button>
          )}
        </fieldset>
        <ProblemNote error={add.error ?? assign.error} />
        <div className="form-foot">
          <button type="button" className="btn" onClick={onClose}>
            {t(words.cancel)}
          </button>
          <button type="submit" className="btn btn-main" disabled={!name.trim() || add.isPending || assign.isPending}>
            {t(words.save)}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
