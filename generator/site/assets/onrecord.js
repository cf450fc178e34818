/* Small comforts; without JavaScript everything can still be read, linked and copied by hand.
   Copy buttons show themselves, every part of a quotation that was asked for is lit, not only its
   first, a site opened from a folder finds its pages, and long lists can be narrowed. */
(function () {
  "use strict";

  /* Beside each citation a button that copies it: beside its label, or beside the link that holds it as a file. */
  function addButtons() {
    document.querySelectorAll(".or-cite__label + p.or-cite__text, a[id^='cite-']").forEach(function (cited) {
      var label = cited.href ? cited : cited.previousElementSibling;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "or-copy";
      button.dataset.copy = cited.id;
      button.hidden = true;
      button.textContent = cited.href ? "Copy" : "Copy " + label.textContent;
      button.setAttribute("aria-label", "Copy " + label.textContent);
      if (cited.href) label.after(button);
      else label.append(" ", button);
    });
  }

  function showButtons() {
    if (!navigator.clipboard) return;
    document.querySelectorAll(".or-copy[hidden]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        var from = document.getElementById(button.dataset.copy);
        if (!from) return;
        var text = from.href ? decodeURIComponent(from.href.slice(from.href.indexOf(",") + 1)) : from.textContent;
        navigator.clipboard.writeText(text.trim()).then(function () {
          var label = button.textContent;
          button.textContent = "Copied";
          window.setTimeout(function () { button.textContent = label; }, 1500);
        });
      });
    });
  }

  /* A site without a set address knows only the path; the browser knows the rest. */
  function completeAddress() {
    var link = document.getElementById("cite-link");
    if (!link || link.textContent.indexOf("://") > 0) return;
    var path = link.textContent.trim();
    var here = window.location.href.split("#")[0].split("?")[0];
    document.querySelectorAll(".or-cite__text").forEach(function (place) {
      var text = place.textContent.trim();
      var at = text.lastIndexOf(path);
      if (at >= 0) place.textContent = text.slice(0, at) + here + text.slice(at + path.length);
    });
  }

  function lightTarget() {
    document.querySelectorAll(".is-target").forEach(function (piece) { piece.classList.remove("is-target"); });
    var id;
    try { id = decodeURIComponent(window.location.hash.slice(1)); } catch (error) { id = ""; }
    if (!id) return;
    document.querySelectorAll("[data-of]").forEach(function (piece) {
      if (piece.dataset.of === id) piece.classList.add("is-target");
    });
  }

  /* Opened from a folder there is no server that turns `actors/` into `actors/index.html`. */
  function completeFolders() {
    if (window.location.protocol !== "file:") return;
    document.querySelectorAll("a[href]").forEach(function (link) {
      if (link.protocol === "file:" && link.pathname.slice(-1) === "/") link.pathname += "index.html";
    });
  }

  /* A list narrowed to one actor or one source; the choice stands in the address, so that the view can be linked. */
  function narrowLists() {
    var form = document.querySelector(".or-narrow");
    if (!form) return;
    var fields = Array.prototype.slice.call(form.querySelectorAll("select"));
    var entries = Array.prototype.slice.call(document.querySelectorAll("[data-actors]"));
    var asked = new URLSearchParams(window.location.search);

    function apply() {
      var shown = 0;
      entries.forEach(function (entry) {
        var fits = fields.every(function (field) {
          return !field.value || entry.getAttribute("data-" + field.name + "s").split(" ").indexOf(field.value) >= 0;
        });
        shown += fits ? 1 : 0;
        (entry.closest(".or-entry") || entry).hidden = !fits;
      });
      document.querySelectorAll(".or-day, .or-part").forEach(function (part) {
        part.hidden = !part.querySelector(".or-entry:not([hidden]), .or-cards > :not([hidden]), .or-events > :not([hidden])");
      });
      form.querySelector("output").textContent = shown === entries.length ? "" : shown + " of " + entries.length;
    }

    fields.forEach(function (field) {
      field.value = asked.get(field.name) || "";
      if (field.selectedIndex < 0) field.value = "";
      field.addEventListener("change", function () {
        var chosen = new URLSearchParams();
        fields.forEach(function (other) { if (other.value) chosen.set(other.name, other.value); });
        var query = chosen.toString();
        window.history.replaceState(null, "", window.location.pathname + (query ? "?" + query : ""));
        apply();
      });
    });
    form.hidden = false;
    apply();
  }

  /* A browser that keeps the state of check boxes over a reload would show the menu opened. */
  function foldMenus() {
    document.querySelectorAll("input.md-toggle").forEach(function (toggle) {
      if (toggle.checked !== toggle.defaultChecked) toggle.checked = toggle.defaultChecked;
    });
  }

  foldMenus();
  narrowLists();
  completeFolders();
  completeAddress();
  addButtons();
  showButtons();
  lightTarget();
  window.addEventListener("hashchange", lightTarget);
})();
