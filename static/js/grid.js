// The entry grid: table[data-grid] holds [data-cell] inputs, each with its own data-url (or the table's).
// Arrows and Enter move, space goes to the next value, a block of cells can be pasted; each change is posted by itself as
// {row, column, value} and marked beside its cell: saving, saved, failed (kept, tried again, never lost).
const TRIES = [0, 1000, 4000, 10000];
const key = (cell) => cell.type === "checkbox" ? (cell.checked ? "1" : "") : cell.value;

document.querySelectorAll("table[data-grid]").forEach((grid) => {
  const rows = () => [...grid.tBodies].flatMap((body) => [...body.rows])
    .map((row) => [...row.querySelectorAll("[data-cell]")]).filter((row) => row.length);
  const status = document.querySelector(grid.dataset.status);
  const unsaved = new Set();
  // Each cell saves itself from here on: the button for whoever has no script is not needed.
  grid.closest("form")?.querySelector("[data-plain-save]")?.remove();
  const waiting = new Map();
  const say = () => {
    if (!status) return;
    const failed = grid.querySelectorAll('[data-state="failed"]').length;
    status.textContent = failed ? grid.dataset.sayFailed.replace("%d", failed) : unsaved.size ? grid.dataset.saySaving : grid.dataset.saySaved;
  };
  const mark = (cell, state, why = "") => {
    cell.closest("td").dataset.state = state;
    cell.title = why;
    cell.setAttribute("aria-invalid", String(state === "failed"));
    if (state === "saved") unsaved.delete(cell); else unsaved.add(cell);
    say();
  };
  const post = async (cell) => {
    const sent = key(cell);
    const body = new URLSearchParams({ row: cell.dataset.row, column: cell.dataset.column, value: sent });
    // data-was is what the page showed: the server refuses (409) if somebody else wrote in between.
    if ("was" in cell.dataset) body.set("was", cell.dataset.was);
    for (const wait of TRIES) {
      await new Promise((go) => setTimeout(go, wait));
      try {
        const answer = await fetch(cell.dataset.url || grid.dataset.url, {
          method: "POST", body, redirect: "manual", headers: { "X-CSRFToken": grid.dataset.csrf, Accept: "application/json" },
        });
        if (answer.ok) {
          if ("was" in cell.dataset) cell.dataset.was = sent;
          return mark(cell, key(cell) === sent ? "saved" : "saving");
        }
        if (answer.status < 500 && answer.status !== 429) {
          const refusal = await answer.json().catch(() => ({}));
          if (answer.status === 409 && "value" in refusal) cell.value = cell.dataset.was = refusal.value;
          return mark(cell, "failed", refusal.error || "");
        }
      } catch { /* no connection: try again */ }
    }
    mark(cell, "failed");
  };
  // One request per cell at a time, so that an older value never overtakes a newer one.
  const save = (cell) => {
    mark(cell, "saving");
    const next = (waiting.get(cell) || Promise.resolve()).then(() => post(cell));
    waiting.set(cell, next);
  };
  const move = (cell, down, right) => {
    const all = rows();
    const y = all.findIndex((row) => row.includes(cell));
    const target = all[y + down]?.[all[y].indexOf(cell) + right];
    if (!target) return false;
    target.focus();
    target.select?.();
    return true;
  };
  // Pasted text becomes a value the cell can have; false where it is none.
  const put = (cell, text) => {
    if (cell.type === "checkbox") cell.checked = /^(1|x|✓|yes|y|true)$/i.test(text);
    else if (cell.tagName !== "SELECT") cell.value = text;
    else {
      const same = (word) => word.trim().toLowerCase() === text.toLowerCase();
      const option = [...cell.options].find((one) => same(one.value) || same(one.text));
      if (!option) return false;
      cell.value = option.value;
    }
    return true;
  };
  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], Enter: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest("[data-cell]");
    const step = STEPS[event.key];
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    if (cell.tagName === "SELECT" && event.key === " ") {
      event.preventDefault(); // the list of choices still opens with Alt and an arrow
      cell.selectedIndex = (cell.selectedIndex + 1) % cell.options.length;
      return save(cell);
    }
    if (!step) return;
    const inText = cell.selectionStart !== null && cell.selectionStart !== undefined && cell.selectionStart === cell.selectionEnd && cell.value;
    if (step[1] === 1 && inText && cell.selectionEnd < cell.value.length) return;
    if (step[1] === -1 && inText && cell.selectionStart > 0) return;
    if (move(cell, ...(event.shiftKey && event.key === "Enter" ? [-1, 0] : step))) event.preventDefault();
  });
  grid.addEventListener("change", (event) => { if (event.target.matches("[data-cell]")) save(event.target); });
  grid.addEventListener("paste", (event) => {
    const cell = event.target.closest("[data-cell]");
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!cell || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const all = rows();
    const y = all.findIndex((row) => row.includes(cell));
    const x = all[y].indexOf(cell);
    text.split(/\r?\n/).forEach((line, down) => line.split("\t").forEach((value, right) => {
      const target = all[y + down]?.[x + right];
      if (!target || target.disabled || target.readOnly) return;
      if (put(target, value.trim())) save(target);
    }));
  });
  addEventListener("beforeunload", (event) => { if (unsaved.size) event.preventDefault(); });
  addEventListener("online", () => unsaved.forEach((cell) => { if (cell.closest("td").dataset.state === "failed") save(cell); }));
});
