// The key under which two spellings count as the same: lower-case Latin letters and digits (as in lms.core.text.fold).
(function () {
  "use strict";
  var LATIN = {};
  "а=a б=b в=v г=g д=d ђ=đ е=e ж=ž з=z и=i ј=j к=k л=l м=m н=n о=o п=p р=r с=s т=t ћ=ć у=u ф=f х=h ц=c ч=č ш=š љ=lj њ=nj џ=dž ѓ=gj ќ=kj ѕ=dz ѐ=e ѝ=i й=j ы=y э=e ё=jo щ=šč ъ= ь= ю=ju я=ja є=je і=i ї=ji ґ=g ў=u"
    .split(" ").forEach(function (pair) { LATIN[pair.charAt(0)] = pair.slice(2); });
  var PLAIN = { "đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss" };

  function replaced(text, table) {
    return Array.from(text, function (sign) { return sign in table ? table[sign] : sign; }).join("");
  }

  window.kitFold = function (word) {
    var text = word.replace(/['’‘ʼʹ`´′＇]/g, "").normalize("NFKC").toLowerCase();
    text = replaced(replaced(text, LATIN).normalize("NFKD").replace(/\p{M}/gu, ""), PLAIN);
    return text.replace(/[^\p{L}\p{N}]/gu, "").replace(/([dgk])j+/g, "$1");
  };

  // The words of a text with their places: [{start, end, key}].
  window.kitWords = function (text) {
    var found = [], pattern = /[\p{L}\p{N}\p{M}'’]+/gu, hit;
    while ((hit = pattern.exec(text))) found.push({ start: hit.index, end: hit.index + hit[0].length, key: window.kitFold(hit[0]) });
    return found;
  };
})();
