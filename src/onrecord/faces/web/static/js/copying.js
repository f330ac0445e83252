// Buttons that copy a citation. Without this script one selects the text.
"use strict";

const FORMS = [["text", "Text"], ["markdown", "Markdown"], ["bibtex", "BibTeX"], ["json", "JSON"]];
const told = document.querySelector("[data-copied]");

const button = (label, described, copy) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.setAttribute("aria-label", described);
  made.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(await copy());
      if (told) told.textContent = "Copied.";
      made.classList.add("done");
      setTimeout(() => made.classList.remove("done"), 1500);
    } catch {
      if (told) told.textContent = "The browser did not let this be copied: select the text instead.";
    }
  });
  return made;
};

for (const block of document.querySelectorAll("[data-copy]")) {
  const name = document.getElementById(block.getAttribute("aria-labelledby"))?.textContent ?? "this";
  block.before(button("Copy", `Copy as ${name}`, async () => block.textContent));
}

for (const place of document.querySelectorAll("[data-copy-citations]")) {
  let citations = null;
  const fetched = async (form) => {
    citations ??= fetch(place.dataset.copyCitations, { credentials: "same-origin" }).then((answer) => answer.json());
    return (await citations).citations[form];
  };
  const number = place.closest("[data-statement]")?.dataset.statement ?? "";
  place.append("as ", ...FORMS.map(([form, name]) => button(name, `Copy statement ${number} as ${name}`, () => fetched(form))));
  place.hidden = false;
}
