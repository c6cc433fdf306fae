// Polls [data-progress-url] for {value, max, text, done, url, figures}; slows down with time, gives up politely, moves on when
// done. `figures` are {name: number} for the figures within [data-progress-figure=name].
const ask = async (box, wait) => {
  let state;
  try {
    const response = await fetch(box.dataset.progressUrl, { headers: { Accept: "application/json" }, redirect: "manual" });
    state = response.ok ? await response.json() : null;
  } catch { state = null; }
  if (state) {
    const bar = box.querySelector("progress");
    bar.max = state.max;
    bar.value = state.value;
    const text = box.querySelector("[data-progress-text]");
    if (state.text && text) text.textContent = state.text;
    Object.entries(state.figures || {}).forEach(([name, number]) => {
      const figure = document.querySelector(`[data-progress-figure="${name}"] .figure__value`);
      if (figure) figure.textContent = number;
    });
    if (state.done) {
      if (state.url) location.assign(state.url); else location.reload();
      return;
    }
  }
  setTimeout(ask, wait, box, Math.min(wait * 1.3, 15000));
};
document.querySelectorAll("[data-progress-url]").forEach((box) => ask(box, 1000));
