// What is typed into a form marked data-draft is kept on the server every few seconds, so that no timeout loses it.
const WAIT = 3000;

export function keepDrafts(form) {
  const said = form.querySelector("[data-draft-said]");
  let timer = 0;
  let sent = false;
  let busy = false;
  let unkept = false;

  // leaving: the page goes away while it is sent. A browser lets only short texts survive that.
  async function keep(leaving = false) {
    clearTimeout(timer);
    timer = 0;
    if (busy && !leaving) {
      unkept = true; // the last one to arrive wins, so they go one after another
      return;
    }
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") {
        fields.append(name, value);
      }
    }
    busy = true;
    unkept = false;
    let kept = false;
    let refused = false;
    try {
      const response = await fetch(form.dataset.draft, { method: "POST", body: fields, keepalive: leaving, redirect: "error" });
      kept = response.ok;
      refused = response.status === 403;
    } catch {
      kept = false;
    }
    busy = false;
    if (said && !sent) {
      const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      said.textContent = kept ? `What you typed was kept at ${at}. It is not sent yet.` : "What you type cannot be kept at the moment. Copy it before you leave.";
    }
    form.dispatchEvent(new CustomEvent("draft", { detail: { kept } }));
    if (!sent && !refused && (unkept || !kept)) {
      timer = timer || setTimeout(keep, WAIT);
    }
  }

  form.addEventListener("input", () => {
    timer = timer || setTimeout(keep, WAIT);
  });
  form.addEventListener("submit", () => {
    sent = true;
    clearTimeout(timer);
    timer = 0;
  });
  window.addEventListener("online", () => {
    if (timer && !sent) {
      keep();
    }
  });
  window.addEventListener("pagehide", () => {
    if ((timer || busy) && !sent) {
      keep(true);
    }
  });
}
