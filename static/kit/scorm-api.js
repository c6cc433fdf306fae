// The way to the learning platform: SCORM 2004 where it is offered, else SCORM 1.2, else nothing.
(function () {
  "use strict";
  var FARTHEST = 20;
  var DIALECTS = [
    {
      object: "API_1484_11", prefix: "", start: "Initialize", stop: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit",
      names: { status: "cmi.completion_status", place: "cmi.location", kept: "cmi.suspend_data", exit: "cmi.exit", time: "cmi.session_time", score: "cmi.score" },
      leave: { done: "normal", paused: "suspend" },
      time: function (seconds) { return "PT" + Math.max(0, seconds).toFixed(2) + "S"; },
    },
    {
      object: "API", start: "LMSInitialize", stop: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit",
      names: { status: "cmi.core.lesson_status", place: "cmi.core.lesson_location", kept: "cmi.suspend_data", exit: "cmi.core.exit", time: "cmi.core.session_time", score: "cmi.core.score" },
      leave: { done: "", paused: "suspend" },
      time: function (seconds) {
        var two = function (number) { return String(number).padStart(2, "0"); };
        var whole = Math.floor(Math.max(0, seconds));
        return [String(Math.floor(whole / 3600)).padStart(4, "0"), two(Math.floor(whole / 60) % 60), two(whole % 60) + ".00"].join(":");
      },
    },
  ];

  // An object of this name in this window, in one around it, or in the one that opened it.
  function above(start, name) {
    for (var here = start, level = 0; here && level < FARTHEST; level++) {
      try { if (here[name]) return here[name]; } catch (error) { return null; }
      if (here.parent === here) break;
      here = here.parent;
    }
    return null;
  }

  function find(name) {
    return above(window, name) || (window.opener ? above(window.opener, name) : null);
  }

  // {get, set, commit, stop, is2004}; null where no platform answers. Names are those of the table above.
  window.scormConnect = function () {
    for (var at = 0; at < DIALECTS.length; at++) {
      var api = find(DIALECTS[at].object);
      if (api && String(api[DIALECTS[at].start]("")) === "true") return connection(api, DIALECTS[at]);
    }
    return null;
  };

  function connection(api, words) {
    var open = true, begun = Date.now();
    var is2004 = words.object === "API_1484_11";
    function set(name, value) { if (open) api[words.set](words.names[name] || name, String(value)); }
    return {
      is2004: is2004,
      get: function (name) { return String(api[words.get](words.names[name] || name) || ""); },
      set: set,
      setScore: function (right, all) {
        var share = all ? right / all : 0;
        set(words.names.score + ".min", 0);
        set(words.names.score + ".max", 100);
        set(words.names.score + ".raw", Math.round(100 * share));
        if (is2004) set(words.names.score + ".scaled", Math.round(100 * share) / 100);
      },
      commit: function () { if (open) api[words.commit](""); },
      stop: function (done) {
        if (!open) return;
        set("time", words.time((Date.now() - begun) / 1000));
        set("exit", done ? words.leave.done : words.leave.paused);
        api[words.commit]("");
        open = false;
        api[words.stop]("");
      },
    };
  }
})();
