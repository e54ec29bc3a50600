import { describe, expect, it } from "vitest";
import { cutText, revealHidden, splitMarked } from "@/components/ui/visible-text";

const shown = (text: string) =>
  revealHidden(text)
    .map((piece) => (piece.kind === "text" ? piece.text : `<${piece.text}>`))
    .join("");

describe("revealHidden", () => {
  it.each([
    ["leaves plain text, tabs and line ends", "a\tb\nc\r\nd", "a\tb\nc\r\nd"],
    ["shows NUL and escape by name", "a\u0000b\u001b[31m", "a<NUL>b<ESC>[31m"],
    ["shows a lone carriage return", "a\rb", "a<CR>b"],
    ["shows a direction override", "user\u202egpj.exe", "user<RLO>gpj.exe"],
    ["shows isolates", "\u2066x\u2069", "<LRI>x<PDI>"],
    ["shows hidden tag characters", "hi\u{e0041}", "hi<U+E0041>"],
    ["shows C1 controls by their code", "\u0085", "<U+0085>"],
    ["leaves markup as text", "<script>alert(1)</script>", "<script>alert(1)</script>"],
    ["keeps joined emoji whole", "👩‍💻", "👩‍💻"],
  ])("%s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("gives nothing for the empty text", () => {
    expect(revealHidden("")).toEqual([]);
  });
});

describe("cutText", () => {
  it("never cuts a surrogate pair", () => {
    expect(cutText("ab👩", 3)).toBe("ab");
    expect(cutText("ab👩", 4)).toBe("ab👩");
  });
});

describe("splitMarked", () => {
  it("loses nothing of the text, and marks no more than it has", () => {
    expect(
      splitMarked("abcdef", [
        [1, 3],
        [5, 9],
      ]),
    ).toEqual([
      { text: "a", marked: false },
      { text: "bc", marked: true },
      { text: "de", marked: false },
      { text: "f", marked: true },
    ]);
    expect(splitMarked("ab", [[4, 5]])).toEqual([{ text: "ab", marked: false }]);
    expect(splitMarked("", [[0, 5]])).toEqual([]);
  });
});
