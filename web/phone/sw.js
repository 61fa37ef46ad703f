/// <reference lib="webworker" />
// Offline start and nothing else: the built shell, kept. Acts and answers are the outbox's business; /api/ never passes through here.
const cacheName = 'phone-__VERSION__';
const files = ['__FILES__'];

// Hashed parts never change: what an earlier version has kept is not fetched again over a weak mast.
const lasting = (url) => url.startsWith('/m/assets/');

async function keep(cache, url) {
  const kept = lasting(url) && (await caches.match(url));
  const answer = kept || (await fetch(lasting(url) ? url : new Request(url, { cache: 'reload' })));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  await cache.put(url, answer);
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => Promise.all(files.map((url) => keep(cache, url))))
      .then(() => self.skipWaiting()),
  );
});

// The versions before this one stay for a while, so that a page opened with one still finds its parts.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('phone-') && name !== cacheName))
      .then((old) => Promise.all(old.slice(0, -2).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith('/m/')) return;
  const kept = request.mode === 'navigate' ? caches.open(cacheName).then((cache) => cache.match('/m/')) : caches.match(request);
  event.respondWith(kept.then((found) => found ?? fetch(request)));
});
