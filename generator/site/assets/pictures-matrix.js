/* The matrix of claims by source: the arrows go from cell to cell; columns without a claim that is left go away. */
(function () {
  "use strict";

  var shared = window.onrecordPictures;
  if (!shared) return;

  function around(table, cell, key) {
    var row = cell.parentNode, at = Array.prototype.indexOf.call(row.children, cell);
    var rows = shared.all("tbody tr", table).filter(shared.seen);
    var n = rows.indexOf(row);
    var step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 }[key];
    var link = null;
    if (key === "ArrowUp" || key === "ArrowDown") {
      for (n += step; rows[n] && !link; n += step) link = rows[n].children[at].querySelector("a");
    } else {
      for (at += step; row.children[at] && !link; at += step) link = row.children[at].querySelector("a");
    }
    return link;
  }

  shared.all(".or-matrix").forEach(function (table) {
    table.addEventListener("keydown", function (event) {
      var cell = event.target.closest("tbody td, tbody th");
      if (!cell || event.key.indexOf("Arrow") !== 0 || event.ctrlKey || event.metaKey || event.altKey) return;
      var link = around(table, cell, event.key);
      if (!link) return;
      event.preventDefault();
      link.focus();
    });
  });

  shared.narrowed(function () {
    shared.all(".or-matrix").forEach(function (table) {
      var rows = shared.all("tbody tr", table).filter(function (row) { return !row.hidden; });
      shared.all("thead th[data-source]", table).forEach(function (head) {
        var at = Array.prototype.indexOf.call(head.parentNode.children, head);
        var away = !rows.some(function (row) { return row.children[at].querySelector("a"); });
        shared.all("tr", table).forEach(function (row) { row.children[at].classList.toggle("is-away", away); });
      });
    });
  });
})();
