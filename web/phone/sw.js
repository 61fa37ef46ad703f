/// <reference lib="webworker" />
// Offline start and nothing else: the built shell, kept. Acts and answers are the outbox's business; /api/ never passes through here.
const cacheName = 'phone-__VERSION__';
const files = ['__FILES__'];

self.addEventListener('install', (event) => {
  const fresh = files.map((url) => new Request(url, { cache: 'reload' }));
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(fresh))
      .then(() => self.skipWaiting()),
  );
});

// The version before this one stays, so that a page opened with it still finds its parts.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('phone-') && name !== cacheName))
      .then((old) => Promise.all(old.slice(0, -1).map((name) => caches.delete(name))))
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
