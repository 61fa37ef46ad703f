import { keepable } from './shrink.ts';

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  keepable(data).then(
    (kept) => postMessage(kept, { transfer: [kept.bytes] }),
    () => postMessage(null),
  );
});
