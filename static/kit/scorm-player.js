// One part after the other; what was seen, the place and the score go to the platform, and come back from it.
(function () {
  "use strict";
  var main = document.querySelector("[data-sco]");
  var say = main.dataset;
  var way = main.querySelector("[data-way]");
  var parts = Array.from(main.querySelectorAll(":scope > section"));
  var check = main.querySelector("[data-check]");
  var platform = window.scormConnect();
  var state = kept();

  function fresh() { return { at: 0, seen: [], score: null }; }

  function kept() {
    try {
      var row = JSON.parse(platform.get("kept"));
      return { at: Math.min(Math.max(0, row.at | 0), parts.length - 1), seen: row.seen.filter(function (at) { return at < parts.length; }), score: row.score };
    } catch (error) { return fresh(); }
  }

  function isDone() { return state.seen.length === parts.length && (!check || state.score !== null); }

  function keep() {
    if (!platform) return;
    platform.set("kept", JSON.stringify(state));
    platform.set("place", parts[state.at].id);
    platform.set("status", isDone() ? "completed" : "incomplete");
    if (platform.is2004) platform.set("cmi.progress_measure", Math.round(100 * state.seen.length / parts.length) / 100);
    platform.commit();
  }

  function news(text) { main.querySelector("[data-news]").textContent = text; }

  function show(at, focus) {
    state.at = at;
    if (state.seen.indexOf(at) < 0) state.seen.push(at);
    parts.forEach(function (part, number) { part.hidden = number !== at; });
    way.querySelector("[data-go=back]").disabled = at === 0;
    way.querySelector("[data-go=on]").disabled = at === parts.length - 1;
    way.querySelector("[data-where]").textContent = say.sayPart.replace("%1", at + 1).replace("%2", parts.length);
    news(!platform ? say.sayAlone : isDone() ? say.sayDone : "");
    if (focus) { window.scrollTo(0, 0); main.focus({ preventScroll: true }); }
    keep();
  }

  function leave() {
    if (platform && platform.is2004) platform.set("adl.nav.request", isDone() ? "exitAll" : "suspendAll");
    stop();
    way.hidden = true;
    news(platform ? say.sayClosed : say.sayAlone);
  }

  function stop() { if (platform) platform.stop(isDone()); }

  var goes = {
    back: function () { show(Math.max(0, state.at - 1), true); },
    on: function () { show(Math.min(parts.length - 1, state.at + 1), true); },
    leave: leave,
  };

  way.addEventListener("click", function (event) {
    var button = event.target.closest("[data-go]");
    if (button) goes[button.dataset.go]();
  });

  // Right is a question whose right options are chosen, and no others.
  function isRight(question) {
    var chosen = Array.from(question.querySelectorAll("input:checked"), function (input) { return input.value; });
    return chosen.join(",") === question.dataset.right;
  }

  if (check) check.addEventListener("submit", function (event) {
    event.preventDefault();
    var questions = Array.from(check.querySelectorAll("[data-right]"));
    var right = questions.filter(isRight).length;
    questions.forEach(function (question) {
      question.classList.toggle("is-right", isRight(question));
      question.classList.toggle("is-wrong", !isRight(question));
      question.querySelectorAll("[data-feedback]").forEach(function (line) { line.hidden = false; });
    });
    check.querySelector("[data-score]").textContent = say.sayScore.replace("%1", right).replace("%2", questions.length);
    state.score = [right, questions.length];
    if (platform) platform.setScore(right, questions.length);
    show(state.at, false);
  });

  way.hidden = false;
  show(state.at, false);
  window.addEventListener("pagehide", stop);
})();
