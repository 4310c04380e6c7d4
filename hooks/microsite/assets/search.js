// Comparing what a reader types with what activities say: the finder and the directory search alike.
(() => {
  "use strict";

  // Full-width letters and digits are typed as often as plain ones.
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  let synonyms = [];

  // Chinese has no borders between words, so either may hold the other (听障人士, 听障); of letters
  // only a beginning counts (farm, farmers), or “her” would find teachers.
  const isLetters = (text) => /^[\x20-\x7e]+$/.test(text);
  function same(term, word) {
    if (term === word) return true;
    if (isLetters(term)) return term.length > 2 && (word.startsWith(term) || term.startsWith(word));
    return term.length > 1 && (word.includes(term) || term.includes(word));
  }

  // The words typed, each with all that mean the same.
  const meanings = (typed) => plain(typed.trim()).split(/\s+/).filter(Boolean).map((term) =>
    [term, ...synonyms.filter((group) => group.some((word) => same(term, word))).flat()]);

  // What was typed, in the smallest pieces that mean something: words of letters, pairs of characters.
  const pieces = (typed) => plain(typed.trim()).split(/\s+/).flatMap((term) => isLetters(term) ? (term.length > 2 ? [term] : [])
    : [...term].slice(1).map((character, at) => [...term][at] + character));

  // What every activity says, by its id.
  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const index = await answer.json();
    synonyms = index.synonyms.map((group) => group.map(plain));
    return new Map(index.activities.map(([id, text]) => [id, plain(text)]));
  }

  window.search = { plain, meanings, pieces, read };
})();
