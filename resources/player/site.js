// SPDX-License-Identifier: MIT
// Searches in the index of a site: what is left has every word that was typed.
"use strict";
(() => {
const field = document.querySelector("input"), entries = [...document.querySelectorAll("li")];
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = entries.map(e => plain(e.textContent + " " + e.dataset.words));
field.closest("p").hidden = false;
field.addEventListener("input", () => {
  const words = plain(field.value).split(/\s+/).filter(Boolean);
  let found = 0;
  entries.forEach((entry, i) => {
    entry.hidden = !words.every(word => texts[i].includes(word));
    if (!entry.hidden) found++;
  });
  for (const section of document.querySelectorAll("section"))
    section.hidden = !section.querySelector("li:not([hidden])");
  document.querySelector("output").textContent = words.length ? found : "";
  document.querySelector(".nothing").hidden = found > 0;
});
})();
