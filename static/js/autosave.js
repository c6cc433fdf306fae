// A form that saves itself: form[data-autosave="address"]. Each change is posted with the whole form, a moment after the
// last one; the answer's {version, said} go into the hidden field and [data-autosave-said]. Kept and tried again without
// a connection; the buttons of the form work as they do without this.
const TRIES = [0, 1500, 5000, 15000];

document.querySelectorAll("form[data-autosave]").forEach((form) => {
  const state = form.querySelector("[data-autosave-state]");
  const said = form.querySelector("[data-autosave-said]");
  const say = (word) => { if (state) state.textContent = word; };
  let timer = 0;
  let changes = 0;
  let saved = 0;
  let running = Promise.resolve();
  let over = false;
  let busy = false;
  const post = async () => {
    busy = true;
    await send();
    busy = false;
  };
  const send = async () => {
    const upTo = changes;
    if (upTo === saved || over) return;
    say(form.dataset.saySaving);
    for (const wait of TRIES) {
      await new Promise((go) => setTimeout(go, wait));
      if (over) return;
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST", body: new FormData(form), redirect: "manual", headers: { Accept: "application/json" },
        });
        const words = await answer.json().catch(() => ({}));
        if (answer.ok) {
          saved = upTo;
          form.elements.version.value = words.version;
          if (said) said.textContent = words.said;
          return say(changes === saved ? form.dataset.saySaved : form.dataset.saySaving);
        }
        if (answer.status < 500 && answer.status !== 429) return say(words.error || form.dataset.sayFailed);
      } catch { /* no connection: try again */ }
      say(form.dataset.sayFailed);
    }
  };
  const soon = (delay) => {
    changes += 1;
    clearTimeout(timer);
    timer = setTimeout(() => { running = running.then(post); }, delay);
  };
  form.addEventListener("change", () => soon(100));
  form.addEventListener("input", (event) => { if (event.target.matches("textarea, [type=text]")) soon(1200); });
  addEventListener("online", () => { if (changes !== saved) running = running.then(post); });
  // What is handed in by a button carries everything: nothing may be saved after it under an older version.
  form.addEventListener("submit", (event) => {
    over = true;
    clearTimeout(timer);
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    running.finally(() => form.requestSubmit(event.submitter));
  }, true);
});
