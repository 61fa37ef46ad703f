import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#web/api/hooks.ts';
import '#web/ui/tokens.css';
import './kit/kit.css';
import { Desk } from './Desk.tsx';

createRoot(document.getElementById('desk')!).render(
  <QueryClientProvider client={queryClient}>
    <Desk />
  </QueryClientProvider>,
);
