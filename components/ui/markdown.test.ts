import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MarkdownText } from "./markdown";

const html = (text: string) => renderToStaticMarkup(createElement(MarkdownText, { text }));

describe("MarkdownText", () => {
  it("draws headings, lists and tables", () => {
    const drawn = html("# How\n\n- one\n\n| a | b |\n| - | - |\n| 1 | 2 |");
    for (const part of ["<h4>How</h4>", "<li>one</li>", "<td>2</td>"]) {
      expect(drawn).toContain(part);
    }
  });

  it("runs and fetches nothing that somebody wrote into it", () => {
    const drawn = html(
      "a <script>alert(1)</script> <img src=x onerror=alert(1)> ![p](https://x.test/p.png) [l](javascript:alert(1)) [ok](https://x.test)",
    );
    expect(drawn).not.toMatch(/<script|<img|javascript:/u);
    expect(drawn).toContain('<a href="https://x.test">ok</a>');
  });
});
