// Search over the whole kit: all words, each as the beginning of a word, in whatever script they are written.
(function () {
  "use strict";
  var box = document.querySelector("[data-search]");
  if (!box || !window.KIT_SECTIONS) return;
  var MOST = 40, AROUND = 90;
  var field = box.querySelector("[data-search-words]");
  var list = box.querySelector("[data-search-hits]");
  var count = box.querySelector("[data-search-count]");
  var sections = window.KIT_SECTIONS.map(function (row) {
    return { row: row, words: window.kitWords(row.text), head: window.kitWords(row.code + " " + row.title + " " + row.heading) };
  });

  function starting(words, key) {
    return words.filter(function (word) { return word.key.indexOf(key) === 0; });
  }

  function match(section, keys) {
    var marks = [], rank = 0;
    for (var at = 0; at < keys.length; at++) {
      var inText = starting(section.words, keys[at]), inHead = starting(section.head, keys[at]);
      if (!inText.length && !inHead.length) return null;
      rank += Math.min(inText.length, 5) + (inHead.length ? 4 : 0);
      marks = marks.concat(inText);
    }
    marks.sort(function (a, b) { return a.start - b.start; });
    return { row: section.row, marks: marks, rank: rank };
  }

  function find(question) {
    var keys = window.kitWords(question).slice(0, 8).map(function (word) { return word.key; }).filter(Boolean);
    if (!keys.length) return null;
    return sections.map(function (section) { return match(section, keys); }).filter(Boolean)
      .sort(function (a, b) { return b.rank - a.rank; });
  }

  function piece(name, text, kind) {
    var element = document.createElement(name);
    element.textContent = text;
    if (kind) element.className = kind;
    return element;
  }

  function excerpt(hit) {
    var text = hit.row.text, first = hit.marks.length ? hit.marks[0].start : 0;
    var from = Math.max(0, text.lastIndexOf(" ", Math.max(0, first - AROUND)) + 1), to = Math.min(text.length, first + 2 * AROUND);
    var line = piece("p", from ? "… " : "", "kit-excerpt"), at = from;
    hit.marks.forEach(function (mark) {
      if (mark.start < at || mark.end > to) return;
      line.append(text.slice(at, mark.start), piece("mark", text.slice(mark.start, mark.end)));
      at = mark.end;
    });
    line.append(text.slice(at, to) + (to < text.length ? " …" : ""));
    return line;
  }

  function shown(hit) {
    var item = document.createElement("li");
    var link = piece("a", hit.row.code + " " + hit.row.title);
    link.href = hit.row.page;
    item.append(link, " ", piece("span", hit.row.heading, "quiet small"), excerpt(hit));
    return item;
  }

  function said(number) {
    if (!number) return box.dataset.sayNone;
    return number === 1 ? box.dataset.sayOne : box.dataset.sayMany.replace("%d", number);
  }

  function search() {
    var hits = find(field.value);
    list.replaceChildren.apply(list, (hits || []).slice(0, MOST).map(shown));
    count.textContent = hits ? said(hits.length) : "";
    try { sessionStorage.setItem("kit-search", field.value); } catch (error) { /* a browser that keeps nothing */ }
  }

  box.hidden = false;
  field.addEventListener("input", search);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== field) { event.preventDefault(); field.focus(); }
    if (event.key === "Escape" && document.activeElement === field) { field.value = ""; search(); }
  });
  try { field.value = sessionStorage.getItem("kit-search") || ""; } catch (error) { /* the same */ }
  if (field.value) search();
  if (location.hash === "#q") field.focus();
})();
