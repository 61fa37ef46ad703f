import { useState } from 'react';

export interface Here {
  readonly state: 'idle' | 'asking' | 'refused' | 'impossible';
  /** Metres, once a position came. */
  readonly accuracy: number | null;
  readonly ask: () => void;
}

/** Asks the device once where it is. Browsers give the position to secure pages only. */
export function useHere(onFound: (position: { readonly lat: number; readonly lng: number }) => void): Here {
  const [state, setState] = useState<Here['state']>(isSecureContext && 'geolocation' in navigator ? 'idle' : 'impossible');
  const [accuracy, setAccuracy] = useState<number | null>(null);
  const ask = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        setAccuracy(Math.round(coords.accuracy));
        onFound({ lat: coords.latitude, lng: coords.longitude });
      },
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 },
    );
  };
  return { state, accuracy, ask };
}
