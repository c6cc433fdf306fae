// The minutes of a lesson plan beside the module's, said while the editor writes.
const line = document.querySelector("[data-minutes]");
const PART = /^lesson_plan-(\d+)-value-minutes$/;

function planned(form) {
  let sum = 0;
  for (const field of form.elements) {
    const part = PART.exec(field.name);
    if (!part) continue;
    const gone = form.elements[`lesson_plan-${part[1]}-deleted`];
    if (!gone || !gone.value) sum += Math.max(0, parseInt(field.value, 10) || 0);
  }
  return sum;
}

function say(form, minutes) {
  const module = minutes[form.elements.module && form.elements.module.value];
  const sum = planned(form);
  const state = module === undefined ? "none" : sum === module ? "good" : sum < module ? "short" : "long";
  const facts = { planned: sum, module, rest: Math.abs(module - sum) };
  const text = line.dataset[state].replace(/%\((\w+)\)s/g, (_, name) => facts[name]);
  if (line.textContent !== text) line.textContent = text;
  line.dataset.state = state;
}

if (line) {
  const form = line.closest("form");
  const minutes = JSON.parse(document.getElementById("module-minutes").textContent);
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => say(form, minutes)); };
  for (const event of ["input", "change", "click", "keyup"]) document.addEventListener(event, soon);
  new MutationObserver((changes) => { if (changes.some((change) => !line.contains(change.target))) soon(); })
    .observe(form, { childList: true, subtree: true });
  soon();
}
