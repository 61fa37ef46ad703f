/** The correction form, fetched when a pencil is first pressed: it brings antd along, which reading a notice does not need. */
import { lazy, Suspense } from 'react';
import type { CorrectFormProps } from './CorrectForm.tsx';

export type { Field } from './CorrectForm.tsx';

const CorrectForm = lazy(() => import('./CorrectForm.tsx'));

export function Pencil(props: CorrectFormProps) {
  return (
    <Suspense fallback={null}>
      <CorrectForm {...props} />
    </Suspense>
  );
}
