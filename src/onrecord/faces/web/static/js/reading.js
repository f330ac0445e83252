// The text and its cards, linked both ways: by hover, focus and click. The links themselves work without this script.
"use strict";

const text = document.querySelector("[data-reading]");
const cards = document.querySelector(".cards");

if (text && cards) {
  const partsOf = (number) => document.querySelectorAll(`[data-statement="${number}"]`);
  const cardOf = (number) => cards.querySelector(`.card[data-statement="${number}"]`);
  let shown = null;

  const light = (number) => {
    if (number === shown) return;
    for (const part of document.querySelectorAll(".lit")) part.classList.remove("lit");
    shown = number;
    if (number) for (const part of partsOf(number)) part.classList.add("lit");
  };

  const numberAt = (target) => target.closest?.("[data-statement]")?.dataset.statement ?? null;

  // Only inside the column of cards: the text that somebody reads must not move under their eyes.
  const reveal = (card) => {
    if (!card || cards.scrollHeight <= cards.clientHeight) return;
    const gap = (cards.clientHeight - card.offsetHeight) / 2;
    cards.scrollTo({ top: card.offsetTop - Math.max(gap, 16) }); // the column is what the offset is counted from
  };

  for (const side of [text, cards]) {
    side.addEventListener("pointerover", (event) => light(numberAt(event.target)));
    side.addEventListener("pointerleave", () => light(null));
    side.addEventListener("focusin", (event) => {
      const number = numberAt(event.target);
      light(number);
      if (side === text) reveal(cardOf(number));
    });
  }

  text.addEventListener("click", (event) => {
    const number = numberAt(event.target);
    // Whoever selects words to copy them means the words.
    if (!number || event.target.closest("a, summary") || String(getSelection())) return;
    light(number);
    reveal(cardOf(number));
    cardOf(number)?.focus({ preventScroll: cards.scrollHeight > cards.clientHeight });
  });

  // A link may lead into a caption that is folded away.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    target?.closest("details")?.setAttribute("open", "");
    light(target ? numberAt(target) : null);
    if (target && text.contains(target)) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();
}
