// Serves the form of a visit while there is no network: only that, only where it was opened before on this device, out of
// what the device keeps locked. Nothing else of a record is ever kept.
import { STATIC, get } from "./away-store.js";

const VISIT = /^\/children\/[0-9a-f-]{36}\/visits\/new\/$/;
const RULES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const UNREACHED = new Set([502, 503, 504]); // a proxy answers, and nobody behind it
const PLAIN = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>No network</title><p>There is no network, and this device does not keep this form. Open it once where there is a network; then it opens here for a day.</p>";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) {
    return;
  }
  if (request.mode === "navigate" && VISIT.test(address.pathname)) {
    event.respondWith(fetch(request).then((answer) => (UNREACHED.has(answer.status) ? shell(address.pathname) : answer), () => shell(address.pathname)));
  } else if (address.pathname.startsWith("/static/") || address.pathname === "/theme.css") {
    event.respondWith(fetch(request).catch(() => kept(request)));
  }
});

async function shell(path) {
  const page = await get("shells", path).catch(() => undefined);
  return new Response(page || PLAIN, {
    status: page ? 200 : 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": RULES, "Referrer-Policy": "same-origin" }
  });
}

async function kept(request) {
  const found = await (await caches.open(STATIC)).match(request);
  return found || Response.error();
}
