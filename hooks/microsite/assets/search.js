// Comparing what a reader types with what activities say: the home page, the finder and the directory search alike.
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

  // Of some activities the three that share most with what was typed; pieces that are rare among all count more.
  function nearest(among, all, typed) {
    const parts = pieces(typed).map((part) => [part, all.filter(({ text }) => text.includes(part)).length]);
    const worth = (each) => parts.reduce((sum, [part, often]) => sum + (each.text.includes(part) ? 1 / often : 0), 0);
    return among.filter(worth).sort((one, other) => worth(other) - worth(one)).slice(0, 3);
  }

  const says = (text, terms) => terms.every((same) => same.some((word) => text.includes(word)));

  // What every activity of an edition says, its title and what is told of it, by its id.
  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const index = await answer.json();
    synonyms = index.synonyms.map((group) => group.map(plain));
    return new Map(index.activities.map(([id, text, title, told]) => [id, { text: plain(text), title, told }]));
  }

  window.search = { plain, meanings, says, nearest, read };
})();
