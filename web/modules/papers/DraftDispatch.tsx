import { useState } from 'react';
import { type DispatchKind, dispatchKinds } from '#domain/dispatch/dispatch.states.ts';
import { newId } from '#domain/kernel/id.ts';
import { useAct } from '#web/api/hooks.ts';
import { ActForm } from '#web/desk/kit/ActForm.tsx';
import { openPage } from '#web/desk/routes.ts';
import { useWords } from '#web/language.ts';

const words = {
  title: { zh: '起草公文', en: 'Draft a document' },
  kind: { zh: '文种', en: 'Kind' },
  draft: { zh: '起草', en: 'Draft' },
};

export function DraftDispatch({ onClose }: { readonly onClose: () => void }) {
  const t = useWords();
  const [id] = useState(() => newId());
  const draft = useAct('dispatch.draft');
  return (
    <ActForm
      title={t(words.title)}
      send={t(words.draft)}
      choice={{
        label: t(words.kind),
        options: (Object.keys(dispatchKinds) as DispatchKind[]).map((kind) => ({ key: kind, label: t(dispatchKinds[kind]) })),
        none: '',
      }}
      error={draft.error}
      pending={draft.isPending}
      onSend={({ choice }) => draft.mutate({ id, kind: choice as DispatchKind }, { onSuccess: () => openPage('dispatch', { id }) })}
      onClose={onClose}
    />
  );
}
