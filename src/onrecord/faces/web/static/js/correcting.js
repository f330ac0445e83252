// The forms for spans and speakers: brought to the card from the statement's own page, words taken from the text by
// selecting them, names suggested from the record. Without this script the links lead to that page, and lines are typed.
"use strict";

{
  const PAUSE = 150; // milliseconds between two letters
  const SHORT = 40; // letters; shorter words may well stand elsewhere in the article, too

  // --- forms that come to a card ---

  const bring = async (link) => {
    const card = link.closest("[data-card]");
    const answer = await fetch(link.href, { credentials: "same-origin" });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const back = card.querySelector("input[name=back]")?.value ?? "";
    for (const part of page.querySelectorAll("[data-part-of]")) {
      part.removeAttribute("id");
      for (const form of part.querySelectorAll("form")) form.prepend(hidden("back", back));
      link.parentElement.before(document.adoptNode(part));
    }
    prepare(card);
  };

  const hidden = (name, value) => Object.assign(document.createElement("input"), { type: "hidden", name, value });

  const open = (card, part) => {
    const folded = card.querySelector(`[data-part-of=${part}] > details`);
    folded.open = true;
    folded.querySelector(part === "spans" ? "[name=content]" : "[name=speaker]").focus();
  };

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("[data-forms]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const card = link.closest("[data-card]");
    try {
      if (!card.querySelector("[data-part-of]")) await bring(link);
      for (const one of card.querySelectorAll("[data-forms]")) one.hidden = true;
      open(card, link.dataset.forms);
    } catch {
      location.assign(link.href); // signed out, or gone: the page itself tells
    }
  });

  // --- words taken from the text ---

  let selected = null;

  const textNodes = function* (block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(".ref")) yield walker.currentNode;
  };
  const textOf = (block) => [...textNodes(block)].map((node) => node.data).join("");

  // The place of a range's edge in its block, in UTF-16 units: a browser's own counting.
  const unitsBefore = (block, container, offset) => {
    const edge = document.createRange();
    edge.setStart(block, 0);
    edge.setEnd(container, offset);
    let units = 0;
    for (const node of textNodes(block)) {
      if (node === container) return units + offset;
      if (edge.comparePoint(node, 0) > 0) return units;
      units += node.length;
    }
    return units;
  };

  const blockAt = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".text [data-start]");

  // Words and where they begin, in code points of the article's text: what a span is counted in.
  const read = (range) => {
    const [first, last] = [blockAt(range.startContainer), blockAt(range.endContainer)];
    if (!first || !last || range.collapsed) return null;
    const blocks = [...first.closest(".text").querySelectorAll("[data-start]")];
    const between = blocks.slice(blocks.indexOf(first), blocks.indexOf(last) + 1);
    const begin = unitsBefore(first, range.startContainer, range.startOffset);
    const texts = between.map(textOf);
    texts[texts.length - 1] = texts.at(-1).slice(0, unitsBefore(last, range.endContainer, range.endOffset));
    const skipped = /^\s*/.exec(texts[0].slice(begin))[0].length;
    const start = Number(first.dataset.start) + [...texts[0].slice(0, begin + skipped)].length;
    texts[0] = texts[0].slice(begin);
    const words = texts.join(" ").replace(/\s+/g, " ").trim();
    return words ? { words, start, often: often(blocks, words) } : null;
  };

  const often = (blocks, words) => blocks.map(textOf).join(" ").split(words).length > 2;
  const lineOf = ({ words, start, often }) => (often || words.length < SHORT ? `${words} @${start}` : words);

  const take = (field, adding) => {
    if (!selected) return;
    field.value = adding && field.value.trim() ? `${field.value.trimEnd()}\n${lineOf(selected)}` : lineOf(selected);
    field.rows = Math.max(field.rows, field.value.split("\n").length);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const takeBar = (form) => {
    const bar = document.createElement("div");
    bar.className = "take";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Take the selected words");
    const words = document.createElement("span");
    words.className = "selected-words";
    words.dir = "auto";
    const button = (label, name, adding) => {
      const made = Object.assign(document.createElement("button"), { type: "button", textContent: label, disabled: true });
      made.addEventListener("pointerdown", (event) => event.preventDefault()); // else the selection would go
      made.addEventListener("click", () => take(form.elements[name], adding));
      return made;
    };
    const buttons = [
      button("source", "source", false), button("cue", "cue", false),
      button("content", "content", false), button("one more content", "content", true),
    ];
    bar.append(words, "is the", ...buttons);
    form.querySelector("[data-part]").closest("p").before(bar);
    const show = () => {
      words.textContent = selected ? `“${selected.words}”` : "What you select in the text";
      for (const one of buttons) one.disabled = !selected;
    };
    show();
    return show;
  };

  const bars = [];
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const found = selection.rangeCount ? read(selection.getRangeAt(0)) : null;
    if (!found) return; // whoever goes on to a field still means the words selected before
    selected = found;
    for (const show of bars) show();
  });

  // --- names from the record ---

  const suggest = (field) => {
    let timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (field.value.trim().length < 2) return;
        const answer = await fetch(`/speakers.json?q=${encodeURIComponent(field.value)}`, { credentials: "same-origin" });
        if (!answer.ok) return;
        const names = (await answer.json()).speakers.map((one) => one.name);
        const options = names.slice(0, 12).map((name) => Object.assign(document.createElement("option"), { value: name }));
        if (options.length) field.list.replaceChildren(...options);
      }, PAUSE);
    });
  };

  const prepare = (where) => {
    for (const form of where.querySelectorAll("form[data-spans]")) bars.push(takeBar(form));
    for (const field of where.querySelectorAll("[data-suggest]")) suggest(field);
  };
  prepare(document);
}
