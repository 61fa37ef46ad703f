import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from '#web/api/hooks.ts';
import '#web/ui/tokens.css';
import { Phone } from './Phone.tsx';
import './phone.css';
import './kit/kit.css';
import './kit/fields.css';

createRoot(document.getElementById('root')!).render(
  <QueryClientProvider client={queryClient}>
    <Phone />
  </QueryClientProvider>,
);

// Only the offline start needs it; on an insecure page or in a browser without it everything else works the same.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const register = () => void navigator.serviceWorker.register('/m/sw.js', { scope: '/m/' }).catch(() => undefined);
  addEventListener('load', register);
  // A first visit on a weak mast may have failed half-way; what has arrived by then is not fetched again.
  addEventListener('online', register);
}
