/* Search on a large site, by Pagefind: the index is loaded in parts, and not before somebody searches. Found pages are
   shown as text. Opens with the button in the header, or with /, s or f; Escape closes it. */
(function () {
  "use strict";

  var header = document.querySelector("header nav");
  /* a page opened from a folder may not load the index */
  if (!header || window.location.protocol === "file:" || !window.HTMLDialogElement) return;
  var folder = new URL("../../pagefind/", document.currentScript.src).href;
  var top = folder.replace(/[^\/]+\/$/, "");
  var AT_ONCE = 10;
  var OF_ONE = 5; /* statements of an article */
  var engine = null;
  var asked = 0;

  function made(tag, name, parent, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    parent.appendChild(element);
    return element;
  }

  var button = made("button", "or-search", header);
  button.type = "button";
  button.setAttribute("aria-haspopup", "dialog");
  button.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4a6 6 0 1 0 3.7 10.7l5 5 1.4-1.4-5-5A6 6 0 0 0 10 4Z' +
    'm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Z"/></svg>';
  made("span", "", button, "Search");
  var dialog = made("dialog", "or-finder", document.body);
  dialog.setAttribute("aria-label", "Search");
  var form = made("form", "or-finder__form", dialog);
  form.setAttribute("role", "search");
  var label = made("label", "", form, "Find people, events, sources and statements");
  var field = made("input", "", label);
  field.type = "search";
  field.autocomplete = "off";
  var shut = made("button", "", form, "Close");
  shut.type = "button";
  var status = made("p", "or-finder__status", dialog);
  status.setAttribute("role", "status");
  var hits = made("ol", "or-finder__hits", dialog);
  var more = made("button", "or-finder__more", dialog, "Show more");
  more.type = "button";
  more.hidden = true;

  function started() {
    engine = engine || Promise.all([
      import(folder + "pagefind.js"),
      fetch(folder + "parts.json", { cache: "no-cache" }).then(function (answer) { return answer.json(); })
    ]).then(function (loaded) {
      var found = loaded[0];
      return found.options({ bundlePath: folder, baseUrl: "/" }).then(function () { return found.init(); })
        .then(function () {
          return Promise.all(loaded[1].map(function (part) { return found.mergeIndex(folder + part + "/"); }));
        }).then(function () { return found; });
    });
    return engine;
  }

  function shown(line) {
    var link = made("a", "", made("li", "", hits));
    link.href = top + line.url;
    made("span", "or-finder__kind", link, line.kind || "");
    made("span", "or-finder__title", link, line.title || link.href);
    var words = (line.words || "").replace(line.title, "").replace(/^[\s.,]+/, "");
    if (words) made("span", "or-finder__words", link, words);
  }

  /* What is shown of a page: an article's entry has its statements for sections, named by their addresses; those that
     have all the words are shown, and the article itself where its title has them, where none of its statements has, or
     where more of them have. */
  function lines(words, page) {
    var meta = page.meta;
    var article = meta.kind === "Source";
    var own = { kind: meta.kind, url: meta.url, title: meta.title, words: article ? "" : page.plain_excerpt };
    if (!article) return [own];
    var text = page.content.split(/\s+/);
    var starts = page.anchors.map(function (anchor) { return anchor.location; }).concat(text.length);
    var said = page.sub_results.filter(function (part) {
      var from = part.anchor && part.anchor.location;
      var until = Math.min.apply(null, starts.filter(function (start) { return start > from; }));
      return part.anchor && has(text.slice(from, until).join(" "), words);
    }).sort(function (a, b) { return b.locations.length - a.locations.length; }).map(function (part) {
      return { kind: "Statement", url: part.anchor.id, title: part.title, words: part.plain_excerpt };
    });
    if (has(meta.title, words)) return [own].concat(said.slice(0, OF_ONE));
    own.unsure = !said.length;
    return said.slice(0, OF_ONE).concat(said.length && said.length <= OF_ONE ? [] : own);
  }

  function parts(words, results, from, mine) {
    return Promise.all(results.slice(from, from + AT_ONCE).map(function (one) { return one.data(); })).then(function (pages) {
      if (mine !== asked) return;
      if (!from) hits.textContent = "";
      var found = [].concat.apply([], pages.map(lines.bind(null, words)));
      found.filter(function (one) { return !one.unsure; }).forEach(shown);
      found.filter(function (one) { return one.unsure; }).forEach(shown);
      more.hidden = from + AT_ONCE >= results.length;
      more.onclick = function () { parts(words, results, from + AT_ONCE, mine); };
    });
  }

  function plain(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  }

  /* Whether a text has all words, in some form. */
  function has(text, words) {
    var there = plain(text);
    return plain(words).every(function (word) {
      var stem = word.slice(0, Math.max(3, word.length - 5));
      return there.some(function (other) { return other.indexOf(stem) === 0; });
    });
  }

  /* Of results from several parts of the index, those from parts that have the words: where a part has no such word
     Pagefind takes a shorter one, for every page there. The language of a part, with which its results are named, is
     its own. */
  function fitting(words, results) {
    var best = new Map();
    function part(result) { return result.id.replace(/_[^_]*$/, ""); }
    results.forEach(function (result) { if (!best.has(part(result))) best.set(part(result), result); });
    if (best.size < 2) return Promise.resolve(results);
    return Promise.all(Array.from(best.values(), function (one) {
      return one.data().then(function (page) { return has(page.content + " " + page.meta.title, words) ? part(one) : null; });
    })).then(function (parts) {
      var kept = results.filter(function (result) { return parts.indexOf(part(result)) >= 0; });
      return kept.length ? kept : results;
    });
  }

  function find() {
    var words = field.value.trim();
    var mine = ++asked;
    if (!words) {
      hits.textContent = status.textContent = "";
      more.hidden = true;
      return;
    }
    started().then(function (pagefind) { return pagefind.debouncedSearch(words, {}, 120); }).then(function (found) {
      return found && fitting(words, found.results);
    }).then(function (results) {
      if (!results || mine !== asked) return null;
      var number = results.length;
      status.textContent = number ? number + (number === 1 ? " page" : " pages") : "Nothing was found for these words.";
      if (!number) hits.textContent = "";
      return parts(words, results, 0, mine);
    }).catch(function () { status.textContent = "The search index could not be loaded."; });
  }

  function open() {
    dialog.showModal();
    field.select();
    started().catch(function () {});
  }

  button.addEventListener("click", open);
  field.addEventListener("input", find);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var first = hits.querySelector("a");
    if (first) first.focus();
  });
  shut.addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", function (event) {
    /* a search field would take the first Escape to empty itself */
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; }
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    var links = Array.prototype.slice.call(hits.querySelectorAll("a"));
    var at = links.indexOf(document.activeElement) + step;
    event.preventDefault();
    if (at < 0) field.focus();
    else if (links[at]) links[at].focus();
  });
  document.addEventListener("keydown", function (event) {
    if (dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    if (["/", "s", "f"].indexOf(event.key) < 0) return;
    event.preventDefault();
    open();
  });
})();
