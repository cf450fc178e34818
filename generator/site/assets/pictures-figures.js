/* The charts of the figures: narrowing to one actor or source, arrow keys, what a mark says. A chart that is clicked
   beside its marks, or whose button is pressed, takes the width of the page and twice the height. */
(function () {
  "use strict";

  var shared = window.onrecordPictures;
  if (!shared) return;
  var picture = document.querySelector(".or-q");
  var settle = picture ? shared.arrows(picture) : function () {};
  var hide = picture ? shared.tooltips(picture) : function () {};

  if (picture) {
    shared.all(".or-q__panel", picture).forEach(function (panel) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "or-q__zoom";
      button.textContent = "+";
      button.setAttribute("aria-label", "Zoom in: " + panel.querySelector(".or-q__name a").textContent);
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", function () {
        var large = panel.classList.toggle("is-large");
        button.setAttribute("aria-pressed", String(large));
        button.textContent = large ? "−" : "+";
        stretch(panel, large ? 2.4 : 1);
        hide();
      });
      panel.querySelector(".or-q__name").appendChild(button);
    });
  }

  /* Heights are pixels: everything that has one is moved by the same factor. */
  function stretch(panel, factor) {
    shared.all("[y], [y1], [y2], [height]", panel).forEach(function (part) {
      ["y", "y1", "y2", "height"].forEach(function (name) {
        if (!part.hasAttribute(name) || part.getAttribute(name).indexOf("%") >= 0) return;
        var kept = "data-" + name;
        if (!part.hasAttribute(kept)) part.setAttribute(kept, part.getAttribute(name));
        part.setAttribute(name, parseFloat(part.getAttribute(kept)) * factor);
      });
    });
  }

  shared.narrowed(function (chosen) {
    if (picture) {
      shared.all(".or-q__panel", picture).forEach(function (panel) {
        var points = shared.all(".or-q__point", panel);
        var left = points.filter(function (point) {
          var fits = shared.fits(point, chosen);
          point.classList.toggle("is-away", !fits);
          return fits;
        });
        var narrowed = Boolean(chosen.actor || chosen.source);
        shared.all(".or-q__dispute", panel).forEach(function (line) { line.classList.toggle("is-away", left.length < points.length); });
        panel.classList.toggle("is-away", narrowed && !left.length);
      });
      settle();
      hide();
    }
    shared.all(".or-quantity").forEach(function (section) {
      section.hidden = !section.querySelector("tbody tr:not([hidden])");
    });
  });
})();
