// What is typed into a form marked data-draft is kept on the server every few seconds, so that no timeout loses it.
const WAIT = 3000;

export function keepDrafts(form) {
  const said = form.querySelector("[data-draft-said]");
  let timer = 0;
  let sent = false;

  async function keep() {
    clearTimeout(timer);
    timer = 0;
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string") {
        fields.append(name, value);
      }
    }
    let kept = false;
    try {
      const response = await fetch(form.dataset.draft, { method: "POST", body: fields, keepalive: true, redirect: "error" });
      kept = response.ok;
    } catch {
      kept = false;
    }
    if (said && !sent) {
      const at = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
      said.textContent = kept ? `What you typed was kept at ${at}. It is not sent yet.` : "What you type cannot be kept at the moment. Copy it before you leave.";
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
  window.addEventListener("pagehide", () => {
    if (timer && !sent) {
      keep();
    }
  });
}
