// Where the reader is: told when they leave the page or stay at a part of it, so that they can go on from there.
const script = document.querySelector("script[data-place]");
const PARTS = "main section[id], main .plan > li[id]";
const TOP = 160; // pixels from the top: the part that covers this line is the one being read

let last;

function here() {
  let found = "";
  for (const part of document.querySelectorAll(PARTS)) if (part.getBoundingClientRect().top <= TOP) found = part.id;
  return found;
}

function keep() {
  const anchor = here();
  if (anchor === last) return;
  last = anchor;
  const body = new URLSearchParams({ anchor, csrfmiddlewaretoken: script.dataset.csrf });
  fetch(script.dataset.place, { method: "POST", body, keepalive: true, credentials: "same-origin" }).catch(() => {});
}

if (script) {
  let waiting = setTimeout(keep, 3000);
  addEventListener("scroll", () => { clearTimeout(waiting); waiting = setTimeout(keep, 1500); }, { passive: true });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") keep(); });
}
