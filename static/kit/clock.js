// The lesson plan's running clock: which step is on, how long it has left, when the module ends. Survives a reload.
(function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
  var box = document.querySelector("[data-clock]");
  if (!box) return;
  var MINUTE = 60000;
  var say = box.dataset;
  var name = "kit-clock:" + document.body.dataset.kit + ":" + say.clock;
  var steps = Array.from(document.querySelectorAll("[data-plan] > [data-minutes]"), function (row) {
    var starts = row.dataset.starts * MINUTE;
    return { row: row, starts: starts, ends: starts + row.dataset.minutes * MINUTE, title: row.querySelector(".plan__title").textContent };
  });
  var whole = steps[steps.length - 1].ends;
  var state = kept() || { since: null, before: 0 };

  function part(what) { return box.querySelector("[data-clock-" + what + "]"); }

  function kept() {
    try { return JSON.parse(localStorage.getItem(name)); } catch (error) { return null; }
  }

  function keep() {
    try { localStorage.setItem(name, JSON.stringify(state)); } catch (error) { /* a browser that keeps nothing */ }
  }

  // How far the module is, in milliseconds of its plan.
  function position() {
    return state.before + (state.since === null ? 0 : Math.max(0, Date.now() - state.since));
  }

  function stepAt(place) {
    var found = steps.findIndex(function (step) { return place < step.ends; });
    return found < 0 ? steps.length - 1 : found;
  }

  function asClock(span) {
    var seconds = Math.floor(span / 1000), minutes = Math.floor(seconds / 60), hours = Math.floor(minutes / 60);
    var rest = (hours ? String(minutes % 60).padStart(2, "0") : minutes) + ":" + String(seconds % 60).padStart(2, "0");
    return hours ? hours + ":" + rest : rest;
  }

  function write(what, text) {
    var element = part(what);
    if (element.textContent !== text) element.textContent = text;
  }

  function timeOfDay(moment) {
    return String(moment.getHours()).padStart(2, "0") + ":" + String(moment.getMinutes()).padStart(2, "0");
  }

  function mark(now, begun) {
    steps.forEach(function (step, at) {
      step.row.classList.toggle("is-now", begun && at === now);
      step.row.classList.toggle("is-past", begun && at < now);
      if (begun && at === now) step.row.setAttribute("aria-current", "step"); else step.row.removeAttribute("aria-current");
    });
    document.querySelectorAll("[data-mark]").forEach(function (row) {
      row.classList.toggle("is-now", begun && "step-" + row.dataset.mark === steps[now].row.id);
    });
  }

  function show() {
    var place = position(), begun = place > 0 || state.since !== null, over = place >= whole, now = stepAt(place);
    write("time", asClock(place));
    write("step", !begun ? say.sayReady : over ? say.sayDone : steps[now].title);
    write("left", !begun ? "" : over ? say.sayOver.replace("%s", asClock(place - whole)) : say.sayLeft.replace("%s", asClock(Math.ceil((steps[now].ends - place) / 1000) * 1000)));
    write("ends", !begun || over ? "" : say.sayEnds.replace("%s", timeOfDay(new Date(Date.now() + whole - place))));
    part("bar").style.inlineSize = Math.min(100, 100 * place / whole) + "%";
    box.classList.toggle("is-over", over);
    box.classList.toggle("is-running", state.since !== null);
    box.querySelector("[data-clock-act=toggle]").textContent = state.since !== null ? say.sayPause : begun ? say.sayGo : say.sayStart;
    mark(now, begun && !over);
  }

  function move(to) {
    state = { since: state.since === null ? null : Date.now(), before: Math.max(0, to) };
    steps[stepAt(to)].row.scrollIntoView({ block: "center" });
  }

  var acts = {
    toggle: function () {
      state = state.since === null ? { since: Date.now(), before: state.before } : { since: null, before: position() };
    },
    on: function () { move(steps[stepAt(position())].ends); },
    back: function () {
      var place = position(), now = stepAt(place);
      var again = place - steps[now].starts > 10000 || now === 0;
      move(steps[again ? now : now - 1].starts);
    },
    reset: function () { state = { since: null, before: 0 }; },
  };

  function act(what) {
    acts[what]();
    keep();
    show();
  }

  var keys = { " ": "toggle", ArrowRight: "on", ArrowLeft: "back", "0": "reset" };
  document.addEventListener("keydown", function (event) {
    var plain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
    if (!plain || !keys[event.key] || event.target.closest("a, button, input, select, textarea")) return;
    event.preventDefault();
    act(keys[event.key]);
  });
  box.addEventListener("click", function (event) {
    var button = event.target.closest("[data-clock-act]");
    if (button) act(button.dataset.clockAct);
  });
  box.hidden = false;
  document.body.classList.add("has-clock");
  show();
  setInterval(show, 250);
})();
