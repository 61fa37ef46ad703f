import { shrink } from './shrink.ts';

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  shrink(data).then(
    (bytes) => postMessage({ bytes }, { transfer: [bytes] }),
    () => postMessage({ bytes: null }),
  );
});
