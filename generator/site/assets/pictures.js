/* What the pictures share: a tooltip, arrow keys from mark to mark, narrowing by the controls above the list, zoom.
   Without JavaScript a picture stands as it is, and the list or table of its page says the same. */
(function () {
  "use strict";

  var calm = window.matchMedia && window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  function all(css, root) { return Array.prototype.slice.call((root || document).querySelectorAll(css)); }

  /* Whether a mark is there: neither left out by a choice nor, after zooming, outside the picture. */
  function seen(mark) { return mark.getClientRects().length > 0 && !mark.closest(".is-away"); }

  /* One tooltip for all; it says what a screen reader hears. */
  function tooltips(picture) {
    var tip = document.createElement("div");
    tip.className = "or-tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    document.body.appendChild(tip);

    function show(mark) {
      tip.textContent = mark.dataset.label || mark.getAttribute("aria-label") || mark.textContent;
      tip.hidden = false;
      var at = (mark.querySelector(".or-tl__shape") || mark).getBoundingClientRect();
      var own = tip.getBoundingClientRect();
      var left = Math.min(Math.max(4, at.left + at.width / 2 - own.width / 2), window.innerWidth - own.width - 4);
      var above = at.top - own.height - 8;
      tip.style.left = left + "px";
      tip.style.top = (above > 52 ? above : at.bottom + 8) + "px";
    }

    function hide() { tip.hidden = true; }

    function of(event) { return event.target.closest ? event.target.closest(".or-pic, [data-label]") : null; }

    picture.addEventListener("pointerover", function (event) { if (of(event) && event.pointerType !== "touch") show(of(event)); });
    picture.addEventListener("pointerout", hide);
    picture.addEventListener("focusin", function (event) { if (of(event) && of(event).matches(":focus-visible")) show(of(event)); });
    picture.addEventListener("focusout", hide);
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
    window.addEventListener("scroll", hide, { passive: true });
    return hide;
  }

  /* The tab key reaches a picture once; the arrows go from mark to mark, Enter opens the record's page. */
  function arrows(picture) {
    function marks() { return all(".or-pic", picture).filter(seen); }

    function only(mark) {
      all('.or-pic[tabindex="0"]', picture).forEach(function (other) { other.setAttribute("tabindex", "-1"); });
      if (mark) mark.setAttribute("tabindex", "0");
    }

    picture.addEventListener("keydown", function (event) {
      var list = marks();
      var at = list.indexOf(document.activeElement);
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!event.target.matches(".or-pic") || event.ctrlKey || event.metaKey || event.altKey) return;
      var next = step ? list[at < 0 ? 0 : (at + step + list.length) % list.length] : event.key === "Home" ? list[0] : event.key === "End" ? list[list.length - 1] : null;
      if (!next) return;
      event.preventDefault();
      only(next);
      next.focus();
    });
    picture.addEventListener("focusin", function (event) { if (event.target.matches && event.target.matches(".or-pic")) only(event.target); });
    return function () {
      var list = marks();
      var kept = list.filter(function (mark) { return mark.getAttribute("tabindex") === "0"; });
      if (kept.length !== 1) only(list[0]);
    };
  }

  /* What the controls above the list ask for; `act` is called with it now and whenever it changes. */
  function narrowed(act) {
    var form = document.querySelector(".or-narrow");
    var fields = form ? all("select", form) : [];

    function asked() {
      var chosen = {};
      fields.forEach(function (field) { if (field.value) chosen[field.name] = field.value; });
      act(chosen);
    }

    fields.forEach(function (field) { field.addEventListener("change", asked); });
    asked();
  }

  function has(mark, name, id) { return (" " + (mark.getAttribute(name) || "") + " ").indexOf(" " + id + " ") >= 0; }

  /* Whether a mark belongs to what is asked for. */
  function fits(mark, chosen) {
    return (!chosen.actor || has(mark, "data-who", chosen.actor)) && (!chosen.source || has(mark, "data-in", chosen.source));
  }

  /* Buttons, wheel with Ctrl, two fingers and the keys + - 0; `draw` gets d3's transform. */
  function zoom(picture, frame, most, draw, along) {
    var d3 = window.d3;
    if (!d3 || !d3.zoom) return;
    var element = d3.select(frame);
    var behaviour = d3.zoom()
      .scaleExtent([1, most])
      .filter(function (event) {
        if (event.type === "wheel") return event.ctrlKey || event.metaKey;
        if (event.type === "dblclick") return !event.target.closest(".or-pic");
        if (event.type === "touchstart") return event.touches.length > 1 || d3.zoomTransform(frame).k > 1;
        return !event.button && d3.zoomTransform(frame).k > 1;
      })
      .on("zoom", function (event) {
        frame.classList.toggle("is-zoomed", event.transform.k > 1);
        draw(event.transform);
      });

    function extents() {
      var box = [[0, 0], [frame.clientWidth, frame.clientHeight]];
      behaviour.extent(box).translateExtent(box);
    }

    /* The middle of a mark that has the focus stays where it is. */
    function held() {
      var mark = document.activeElement;
      if (!mark || !frame.contains(mark)) return undefined;
      var at = (mark.querySelector(".or-tl__shape, .or-net__shape") || mark).getBoundingClientRect(), own = frame.getBoundingClientRect();
      return [at.left + at.width / 2 - own.left, at.top + at.height / 2 - own.top];
    }

    function change(name, value) {
      extents();
      var to = calm ? element : element.transition().duration(200);
      if (name === "scaleBy") {
        to.call(behaviour.scaleBy, value, held());
      } else {
        to.call(behaviour.transform, d3.zoomIdentity);
      }
    }

    var tools = document.createElement("div");
    tools.className = "or-picture__tools";
    [["+", "Zoom in", "scaleBy", 1.6], ["−", "Zoom out", "scaleBy", 1 / 1.6], ["All", "Show all", "reset", 0]].forEach(function (button) {
      var made = document.createElement("button");
      made.type = "button";
      made.textContent = button[0];
      made.setAttribute("aria-label", button[1]);
      made.title = button[1];
      made.addEventListener("click", function () { change(button[2], button[3]); });
      tools.appendChild(made);
    });
    var hint = document.createElement("span");
    hint.textContent = "Arrow keys go from mark to mark, Enter opens; + and − zoom" + (along ? " in time" : "");
    tools.insertBefore(hint, tools.firstChild);
    picture.insertBefore(tools, picture.firstChild);
    picture.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "+" || event.key === "=") change("scaleBy", 1.6);
      if (event.key === "-") change("scaleBy", 1 / 1.6);
      if (event.key === "0") change("reset", 0);
    });
    frame.classList.add("is-zoomable");
    extents();
    element.call(behaviour);
    window.addEventListener("resize", function () {
      extents();
      element.call(behaviour.transform, d3.zoomIdentity);
    });
  }

  /* Opened from a folder there is no server that turns `sources/` into `sources/index.html`; links inside a drawing do
     not know their path. */
  function completeFolders() {
    if (window.location.protocol !== "file:") return;
    all("svg a[href]").forEach(function (link) {
      var parts = link.getAttribute("href").split("#");
      if (parts[0].slice(-1) === "/") link.setAttribute("href", parts[0] + "index.html" + (parts.length > 1 ? "#" + parts[1] : ""));
    });
  }

  completeFolders();
  window.onrecordPictures = { all: all, arrows: arrows, fits: fits, narrowed: narrowed, seen: seen, tooltips: tooltips, zoom: zoom };
})();
