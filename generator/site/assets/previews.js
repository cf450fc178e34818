/* A few words on what a link to an actor, event, source or statement leads to, for a mouse that rests on the link and for
   the keyboard's focus; never by touch, where the first tap follows the link. The preview can be dismissed with Escape,
   the mouse can move onto it, and it stays until mouse or focus leave. What it says stands in the page as data and is
   set as text alone. */
(function () {
  "use strict";

  var data = document.getElementById("or-previews");
  if (!data) return;
  var previews = JSON.parse(data.textContent);
  var record = /(?:^|\/)((?:actors|events|sources|statements)\/[^\/]+?)(?:\/(?:index\.html)?|\.html)$/;
  var box = document.createElement("div");
  var shown = null;
  var waiting = 0;
  box.id = "or-preview";
  box.className = "or-preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  (document.querySelector("article") || document.body).appendChild(box);

  /* what an article calls a link may be no address at all */
  function decoded(path) {
    try { return decodeURIComponent(path); } catch (error) { return ""; }
  }

  function previewOf(link) {
    if (!link.closest("article") || link.closest(".or-card__words, .or-event__name, .or-found__words")) return null;
    if (link.matches(".or-pic")) return null; // a mark of a picture says itself what it is
    if (link.pathname === window.location.pathname) return null;
    var found = record.exec(decoded(link.pathname));
    return found && Object.prototype.hasOwnProperty.call(previews, found[1]) ? previews[found[1]] : null;
  }

  function place(link) {
    var at = link.getClientRects()[0];
    var frame = (box.offsetParent || document.body).getBoundingClientRect();
    var left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8));
    var below = at.bottom + 6;
    var above = at.top - box.offsetHeight - 6;
    var fits = below + box.offsetHeight < window.innerHeight || above < 60;
    box.style.left = left - frame.left + "px";
    box.style.top = (fits ? below : above) - frame.top + "px";
  }

  function show(link, preview) {
    hide();
    box.textContent = "";
    preview.forEach(function (words, number) {
      if (!words) return;
      var line = document.createElement("p");
      line.className = "or-preview__" + ["name", "words", "more"][number];
      line.dir = "auto";
      line.textContent = words;
      box.appendChild(line);
    });
    shown = link;
    /* the browser's own tooltip would lie over it */
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", box.id);
    box.hidden = false;
    place(link);
  }

  function hide() {
    window.clearTimeout(waiting);
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    box.hidden = true;
  }

  function soon(action, after) {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(action, after);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "mouse" || !event.target.closest) return;
    if (box.contains(event.target)) { window.clearTimeout(waiting); return; }
    var link = event.target.closest("a[href]");
    if (link && link === shown) { window.clearTimeout(waiting); return; }
    var preview = link && previewOf(link);
    if (preview) soon(function () { show(link, preview); }, 300);
    else soon(function () { if (shown !== document.activeElement) hide(); }, 250);
  });

  document.addEventListener("focusin", function (event) {
    var link = event.target.closest && event.target.closest("a[href]");
    var preview = link && link.matches(":focus-visible") && previewOf(link);
    if (preview) show(link, preview);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("pointerdown", function (event) { if (!box.contains(event.target)) hide(); });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
})();
