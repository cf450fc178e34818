/* The timeline's picture: narrowing to one actor or source, zoom along the axis with ticks that follow. */
(function () {
  "use strict";

  var shared = window.onrecordPictures;
  var picture = document.querySelector(".or-tl");
  if (!shared || !picture) return;
  var plot = picture.querySelector(".or-tl__plot");
  var frame = picture.querySelector(".or-tl__frame");
  var DAY = 86400000;
  var MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  var STEPS = [[1, 0], [2, 0], [7, 0], [14, 0], [0, 1], [0, 3], [0, 6], [0, 12], [0, 24], [0, 60], [0, 120], [0, 600]];
  var first = day(picture.dataset.first);
  var days = day(picture.dataset.last) - first + 1;
  var settle = shared.arrows(picture);
  var hide = shared.tooltips(picture);

  /* Days since 1 January 1970. */
  function day(iso) { return Math.round(Date.parse(iso + "T00:00:00Z") / DAY); }

  function marks(from, to, step) {
    var made = [];
    if (step[0]) {
      // 5 January 1970 was a Monday
      for (var n = Math.ceil((from - 4) / step[0]) * step[0] + 4; n <= to; n += step[0]) made.push(n);
      return made;
    }
    var start = new Date(from * DAY);
    var index = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step[1]) * step[1];
    for (;; index += step[1]) {
      var at = Math.round(Date.UTC(Math.floor(index / 12), index % 12, 1) / DAY);
      if (at > to) return made;
      if (at >= from) made.push(at);
    }
  }

  /* Ticks for what is in view; there are as many as have room. */
  function ticks(k, t) {
    var from = first + Math.floor(-t / 100 / k * days);
    var to = from + Math.ceil(days / k);
    var most = Math.max(3, Math.floor(frame.clientWidth / 70));
    var found = [];
    var step = STEPS.find(function (each) {
      if (days / k / (each[0] || each[1] * 30) > 2 * most) return false;
      found = marks(from, to, each);
      return found.length <= most;
    });
    if (!step) return;
    var grid = picture.querySelector(".or-tl__grid");
    var year = null;
    grid.textContent = "";
    found.forEach(function (n) {
      var date = new Date(n * DAY);
      var whole = step[1] >= 12;
      var tick = document.createElement("span");
      var text = document.createElement("span");
      tick.className = "or-tl__tick";
      tick.style.setProperty("--a", ((n - first) * 100 / days).toFixed(3));
      text.textContent = whole ? date.getUTCFullYear() : (step[0] ? date.getUTCDate() + " " : "") + MONTHS[date.getUTCMonth()];
      if (!whole && date.getUTCFullYear() !== year) {
        var below = document.createElement("b");
        below.textContent = date.getUTCFullYear();
        text.appendChild(below);
      }
      year = date.getUTCFullYear();
      tick.appendChild(text);
      grid.appendChild(tick);
    });
  }

  /* What lies outside the view goes, and a name stands where there is room for it. */
  function sight(k, t) {
    shared.all(".or-tl__row, .or-tl__column, .or-tl__bar", plot).forEach(function (part) {
      var from = parseFloat(part.style.getPropertyValue("--a")) * k + t;
      var to = parseFloat(part.style.getPropertyValue("--b") || part.style.getPropertyValue("--a")) * k + t;
      part.classList.toggle("is-away", k > 1 && (to < 0 || from > 100 || (to <= 0 && part.matches(".or-tl__row"))));
      if (!part.matches(".or-tl__row")) return;
      if (!part.dataset.side) part.dataset.side = part.className.match(/or-tl__row--(\w+)/)[1];
      var right = 100 - to;
      var side = k === 1 ? part.dataset.side : right >= 30 && right >= Math.min(from, 45) ? "right" : from >= 30 ? "left" : "over";
      part.className = part.className.replace(/or-tl__row--\w+/, "or-tl__row--" + side);
    });
  }

  function draw(transform) {
    var t = transform.x / frame.clientWidth * 100;
    plot.style.setProperty("--k", transform.k);
    plot.style.setProperty("--t", t);
    sight(transform.k, t);
    ticks(transform.k, t);
    hide();
    settle();
  }

  /* Opened from a folder an address names the file. */
  function whole(address) {
    return window.location.protocol === "file:" && address.slice(-1) === "/" ? address + "index.html" : address;
  }

  /* Bars count again; the places of actors and sources are those of the controls. */
  function recount(lane, chosen) {
    var place = {};
    shared.all(".or-narrow select").forEach(function (field) {
      place[field.name] = field.value ? String(field.selectedIndex - 1) : "";
    });
    var counts = {};
    var leads = {};
    var lists = lane.dataset.parts.split(" ");
    lane.dataset.items.split(";").forEach(function (item) {
      var parts = item.split(":");
      if (chosen.actor && parts[1].split(".").indexOf(place.actor) < 0) return;
      if (chosen.source && parts[2].split(".").indexOf(place.source) < 0) return;
      counts[parts[0]] = (counts[parts[0]] || 0) + 1;
      // the list that the first of them stands in
      if (!(parts[0] in leads)) leads[parts[0]] = lists[parts[3]];
    });
    var query = new URLSearchParams(chosen).toString();
    shared.all(".or-tl__bar", lane).forEach(function (bar, n) {
      var count = counts[n] || 0;
      bar.hidden = !count;
      bar.style.setProperty("--n", count);
      bar.setAttribute("aria-label", bar.dataset.days + ": " + count);
      // the choice goes along to another page
      if (count) bar.setAttribute("href", whole(leads[n]) + (query && leads[n].charAt(0) !== "#" ? "?" + query : ""));
    });
    return Object.keys(counts).reduce(function (sum, n) { return sum + counts[n]; }, 0);
  }

  shared.narrowed(function (chosen) {
    shared.all(".or-tl__lane", picture).forEach(function (lane) {
      var shown = 0;
      shared.all("[data-who]", lane).forEach(function (mark) {
        var fits = shared.fits(mark, chosen);
        mark.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      if (lane.dataset.items) shown += recount(lane, chosen);
      var number = lane.querySelector(".or-tl__name .or-number");
      if (!lane.dataset.count) lane.dataset.count = number.textContent;
      number.textContent = chosen.actor || chosen.source ? shown + " of " + lane.dataset.count : lane.dataset.count;
    });
    hide();
    settle();
  });
  shared.zoom(picture, frame, Math.max(2, days / 4), draw, true);
  draw({ k: 1, x: 0 });
  window.addEventListener("resize", settle);
})();
