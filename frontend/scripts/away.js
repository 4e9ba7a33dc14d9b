// A form marked data-away can be filled in and sent without a network: it is kept on the device and sent when there is one.
// It is sent once: it carries the number that it was given, and the server takes each number once.
import { MARK, STATIC, forget, get, key, names, possible, put, takeKey, wipe } from "./away-store.js";

const CONTACT = "/visits/contact/";
const WORKER = "/children/away.js";
const PATIENCE = 20 * 1000;
const AGAIN = 10 * 1000;
const RENEW = 8 * 3600 * 1000;
const LOCK = "goldthread-sending";
const SHUT = [403, 404, 410];

const may = () => possible() && localStorage.getItem(MARK) === "yes";
const many = (count) => (count === 1 ? "1 visit is" : `${count} visits are`);

function say(words, { done = false, href = "", label = "Open it and put it right", written = [] } = {}) {
  let place = document.querySelector("[data-away-said]");
  if (!place) {
    place = document.createElement("div");
    place.className = "gt-away";
    place.dataset.awaySaid = "";
    place.setAttribute("role", "status");
    document.querySelector("main").prepend(place);
  }
  place.classList.toggle("gt-away--done", done);
  place.textContent = words;
  if (href) {
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = href;
    link.textContent = label;
    place.append(" ", link);
  }
  if (written.length) {
    place.append(detailsOf(written));
  }
}

// What its writer wrote, so that it can be handed to whoever holds the child now.
function detailsOf(written) {
  const details = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "What was written";
  details.append(summary);
  for (const [name, value] of written) {
    const line = document.createElement("p");
    line.className = "govuk-body";
    line.textContent = `${name.replaceAll("_", " ")}: ${value}`;
    details.append(line);
  }
  return details;
}

const OURS = ["csrfmiddlewaretoken", "draft_token", "opened", "form_number"];

function fieldsOf(form) {
  return [...new FormData(form)].filter(([, value]) => typeof value === "string");
}

function fill(form, fields) {
  const told = new Map();
  for (const [name, value] of fields) {
    told.set(name, [...(told.get(name) || []), value]);
  }
  for (const field of form.elements) {
    if (!field.name || OURS.slice(0, 3).includes(field.name)) {
      continue;
    }
    const values = told.get(field.name) || [];
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = values.includes(field.value);
    } else if (values.length) {
      field.value = values[0];
    }
  }
  form.querySelectorAll("details").forEach((each) => {
    each.open = each.open || Boolean(each.querySelector("input:checked"));
  });
}

async function reach(address, options = {}) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  try {
    return await fetch(address, { ...options, signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

async function contact() {
  const held = await key();
  if (!held) {
    return { none: true };
  }
  const answer = await (await reach(CONTACT, { headers: { "X-Device-Key": held.number } })).json();
  if (!answer.stands) {
    const lost = (await names("kept")).length;
    await wipe();
    localStorage.removeItem(MARK);
    if (lost) {
      say(`What this device kept was wiped, because it was asked to: ${lost} not sent.`);
    }
    return { none: true };
  }
  return answer;
}

// Send everything that is kept; where the first of them led, and how many remain.
export async function send() {
  if (!may()) {
    return { sent: 0, left: 0 };
  }
  const work = async () => {
    const result = { sent: 0, left: 0, at: "", refused: "", shut: undefined };
    const waiting = await names("kept");
    if (!waiting.length && !(await key())) {
      return result;
    }
    const found = await contact();
    if (found.none) {
      return result;
    }
    for (const number of found.signed_in ? waiting : []) {
      const kept = await get("kept", number);
      const fields = new URLSearchParams(kept.fields.filter(([name]) => name !== "csrfmiddlewaretoken"));
      fields.append("csrfmiddlewaretoken", found.token);
      const answer = await reach(kept.path, { method: "POST", body: fields, headers: { "X-Kept-On-Device": "yes" } });
      const said = (answer.headers.get("Content-Type") || "").startsWith("application/json") ? await answer.json() : {};
      if (said.taken) {
        await forget("kept", number);
        await forget("typed", kept.path);
        result.sent += 1;
        result.at = said.at;
      } else if (answer.status === 422 && (await reach(kept.draft, { method: "POST", body: fields })).ok) {
        await forget("kept", number); // now a draft on the server, which its owner puts right
        result.refused = kept.path;
      } else if (SHUT.includes(answer.status)) {
        result.shut = kept; // it stays here: once a reason opens the record, it is sent
      }
    }
    result.left = (await names("kept")).length;
    result.signed_in = found.signed_in;
    return result;
  };
  return navigator.locks ? navigator.locks.request(LOCK, work) : work();
}

async function sendAndSay() {
  let result;
  try {
    result = await send();
  } catch {
    const left = (await names("kept")).length;
    if (left) {
      say(`No network: ${many(left)} kept on this device, and sent when there is one.`);
    }
    return;
  }
  if (result.shut) {
    saysShut(result.shut);
  } else if (result.refused) {
    say("A visit that this device kept could not be taken as it was.", { href: `${result.refused}?draft=back` });
  } else if (result.left) {
    say(`${many(result.left)} kept on this device. ${result.signed_in ? "It is tried again." : "Sign in, and it is sent."}`);
  } else if (result.sent) {
    say(`${result.sent === 1 ? "A visit" : `${result.sent} visits`} that this device kept: sent.`, { done: true });
  }
}

// The child's record closed to its writer meanwhile: the work ended, or somebody else holds the child.
function saysShut(kept) {
  say(
    "A visit that this device kept was not taken: the child's record is no longer open to you. Open the record and say why, and it is sent. " +
      "Or give what was written to whoever holds the child now. The device forgets it within a day.",
    {
      href: kept.path.replace(/visits\/.*$/, ""),
      label: "Open the record and say why",
      written: kept.fields.filter(([name, value]) => !OURS.includes(name) && value.trim())
    }
  );
}

// The form alone, without anything that the record says beside it.
function shellOf(form) {
  const page = document.documentElement.cloneNode(true);
  page.dataset.awayShell = "";
  page.querySelectorAll("script:not([src]), aside, nav, header form, .gt-who, [data-away-said], .govuk-notification-banner, .govuk-error-summary").forEach((each) => each.remove());
  page.querySelectorAll("[nonce]").forEach((each) => each.removeAttribute("nonce"));
  page.querySelectorAll("*").forEach((each) => {
    [...each.attributes].filter(({ name }) => /^data-.*-init$/.test(name)).forEach(({ name }) => each.removeAttribute(name));
  });
  const copy = page.querySelector("form[data-away]");
  copy.querySelectorAll("textarea").forEach((each) => {
    each.textContent = "";
  });
  return `<!doctype html>${page.outerHTML}`;
}

async function prepare(form) {
  const token = form.elements.csrfmiddlewaretoken.value;
  let held = await key();
  const idle = !(await names("kept")).length && !(await names("typed")).length;
  if (!held || (idle && Date.now() - held.made > RENEW)) {
    const answer = await reach(form.dataset.away, { method: "POST", headers: { "X-CSRFToken": token } });
    if (!answer.ok) {
      return;
    }
    held = await takeKey(await answer.json());
    localStorage.setItem(MARK, "yes");
  }
  await put("shells", location.pathname, shellOf(form));
  if (navigator.serviceWorker && self.caches) {
    const needed = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((each) => each.href || each.src);
    await (await caches.open(STATIC)).addAll(needed);
    await navigator.serviceWorker.register(WORKER);
  }
}

async function restore(form) {
  const typed = await get("typed", location.pathname);
  if (typed) {
    fill(form, typed);
    form.querySelector("[data-draft-said]").textContent = "What you typed on this device is back in the form. It is not sent yet.";
  }
}

async function keepAndSend(form) {
  const path = location.pathname;
  const number = form.elements.form_number.value;
  const kept = { path, draft: form.dataset.draft, fields: fieldsOf(form) };
  if (!(await put("kept", number, kept))) {
    form.submit();
    return;
  }
  await forget("typed", path);
  try {
    const result = await send();
    if (result.refused) {
      location.assign(`${result.refused}?draft=back`);
    } else if (result.shut) {
      form.hidden = true;
      saysShut(result.shut);
    } else if (result.at && !result.left) {
      location.assign(result.at);
    } else {
      isKept(form, result.signed_in === false);
    }
  } catch {
    isKept(form, false);
  }
}

function isKept(form, signedOut) {
  const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  form.hidden = true;
  say(`Kept on this device at ${at}. ${signedOut ? "Sign in, and it is sent." : "It is sent when there is a network. Open Goldthread again within a day, or it is forgotten."}`);
  window.scrollTo(0, 0);
}

async function begin(form) {
  const shell = "awayShell" in document.documentElement.dataset;
  if (shell) {
    form.elements.form_number.value = crypto.randomUUID().replaceAll("-", "");
    say("No network. What you write here is kept on this device and sent when there is one.");
  } else {
    await prepare(form).catch(() => undefined);
  }
  if (!(await key())) {
    return;
  }
  await restore(form);
  form.addEventListener("draft", async (event) => {
    const said = form.querySelector("[data-draft-said]");
    if (event.detail.kept) {
      await forget("typed", location.pathname);
    } else if (!form.hidden && (await put("typed", location.pathname, fieldsOf(form)))) {
      said.textContent = "No network. What you type is kept on this device. It is not sent yet.";
    }
  });
  form.dataset.awayReady = "";
}

export function away() {
  if (!possible()) {
    return;
  }
  const form = document.querySelector("form[data-away]");
  if (form) {
    form.addEventListener("submit", (event) => {
      if ("awayReady" in form.dataset && !(event.submitter && event.submitter.name === "another")) {
        event.preventDefault();
        keepAndSend(form);
      }
    });
    begin(form).catch(() => undefined);
  }
  if (may()) {
    sendAndSay().catch(() => undefined);
    setInterval(async () => {
      if ((await names("kept")).length) {
        await sendAndSay();
      }
    }, AGAIN);
  }
  window.addEventListener("online", () => may() && sendAndSay());
  document.addEventListener("submit", (event) => {
    const out = event.target;
    if (!may() || !new URL(out.action, location.href).pathname.endsWith("/sign-out/") || "wiped" in out.dataset) {
      return;
    }
    event.preventDefault();
    leave(out);
  });
}

async function leave(out) {
  await send().catch(() => undefined);
  const left = (await names("kept")).length;
  if (left && !window.confirm(`${many(left)} kept on this device and could not be sent. Signing out forgets it. Sign out?`)) {
    return;
  }
  await wipe();
  localStorage.removeItem(MARK);
  out.dataset.wiped = "";
  out.submit();
}
