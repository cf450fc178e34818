/* The network's picture: lines drawn for the size it has, names where there is room for them, the ties of one actor on
   pointing or by keyboard, narrowing to one actor or source, zoom. */
(function () {
  "use strict";

  var shared = window.onrecordPictures;
  var picture = document.querySelector(".or-net");
  if (!shared || !picture) return;
  var frame = picture.querySelector(".or-net__frame");
  var svg = picture.querySelector(".or-net__edges");
  var nodes = shared.all(".or-net__node", picture);
  var edges = shared.all(".or-net__edge", picture);
  var view = { k: 1, x: 0, y: 0 };
  var settle = shared.arrows(picture);
  var hide = shared.tooltips(picture);

  function value(node, name) { return parseFloat(node.style.getPropertyValue(name)); }

  function place(node) {
    return [
      value(node, "--x") / 100 * frame.clientWidth * view.k + view.x,
      value(node, "--y") / 100 * frame.clientHeight * view.k + view.y
    ];
  }

  function towards(from, to, by) {
    var dx = to[0] - from[0], dy = to[1] - from[1], length = Math.sqrt(dx * dx + dy * dy) || 1;
    return [from[0] + dx / length * by, from[1] + dy / length * by];
  }

  function lines() {
    svg.setAttribute("viewBox", "0 0 " + frame.clientWidth + " " + frame.clientHeight);
    edges.forEach(function (edge) {
      var from = nodes[edge.dataset.start], to = nodes[edge.dataset.end], bend = parseFloat(edge.dataset.bend);
      var a = place(from), b = place(to);
      var middle = [(a[0] + b[0]) / 2 - (b[1] - a[1]) * bend, (a[1] + b[1]) / 2 + (b[0] - a[0]) * bend];
      var start = towards(a, middle, value(from, "--r") + 2), end = towards(b, middle, value(to, "--r") + 4);
      var path = "M" + start.join(" ") + "Q" + middle.join(" ") + " " + end.join(" ");
      shared.all("path", edge).forEach(function (each) { each.setAttribute("d", path); });
    });
  }

  /* The names of those with the most ties come first; one that would lie on another stays away until there is room. */
  function names() {
    var taken = nodes.filter(shared.seen).map(function (node) { return node.querySelector(".or-net__shape").getBoundingClientRect(); });
    var own = taken.slice();
    nodes.filter(shared.seen).forEach(function (node, n) {
      var name = node.querySelector(".or-net__name");
      var inside = frame.getBoundingClientRect();
      name.style.translate = "";
      var box = name.getBoundingClientRect();
      var shift = Math.max(0, inside.left - box.left) - Math.max(0, box.right - inside.right);
      // a name at the edge moves in, as long as it still touches its node
      if (shift && Math.abs(shift) < box.width / 2 + 8) {
        name.style.translate = shift + "px";
        box = name.getBoundingClientRect();
      }
      var free = taken.every(function (other) {
        return other === own[n] || other.right <= box.left || other.left >= box.right || other.bottom <= box.top + 1 || other.top >= box.bottom - 1;
      });
      name.classList.toggle("is-placed", free);
      name.classList.toggle("is-hidden", !free);
      if (free) taken.push(box);
    });
  }

  function draw(transform) {
    view = transform;
    frame.style.setProperty("--k", view.k);
    frame.style.setProperty("--tx", view.x / frame.clientWidth * 100);
    frame.style.setProperty("--ty", view.y / frame.clientHeight * 100);
    nodes.forEach(function (node) {
      var at = place(node);
      node.classList.toggle("is-away", at[0] < 0 || at[1] < 0 || at[0] > frame.clientWidth || at[1] > frame.clientHeight);
    });
    lines();
    names();
    hide();
    settle();
  }

  function light(id) {
    frame.classList.toggle("is-lit", Boolean(id));
    var lit = {};
    edges.forEach(function (edge) {
      var ends = edge.dataset.who.split(" ");
      var touches = ends.indexOf(id) >= 0;
      edge.classList.toggle("is-lit", touches);
      if (touches) ends.forEach(function (end) { lit[end] = true; });
    });
    nodes.forEach(function (node) { node.classList.toggle("is-lit", node.dataset.id === id || Boolean(lit[node.dataset.id])); });
  }

  nodes.forEach(function (node) {
    node.addEventListener("pointerenter", function () { light(node.dataset.id); });
    node.addEventListener("pointerleave", function () { light(""); });
    node.addEventListener("focusin", function () { light(node.dataset.id); });
    node.addEventListener("focusout", function () { light(""); });
  });

  shared.narrowed(function (chosen) {
    var kept = {};
    edges.forEach(function (edge) {
      var fits = shared.fits(edge, chosen);
      edge.classList.toggle("is-out", !fits);
      if (fits) edge.dataset.who.split(" ").forEach(function (id) { kept[id] = true; });
    });
    nodes.forEach(function (node) { node.classList.toggle("is-out", !kept[node.dataset.id]); });
    light("");
    lines();
    names();
    settle();
  });
  shared.zoom(picture, frame, 4, draw, false);
  draw({ k: 1, x: 0, y: 0 });
  window.addEventListener("resize", function () { draw({ k: 1, x: 0, y: 0 }); });
})();
