import { describe, expect, it } from "vitest";
import { csvLine } from "@/lib/csv/csv-line";

describe("csvLine", () => {
  it.each([
    ["leaves plain text", ["a b", "c"], "a b,c\r\n"],
    [
      "quotes commas, quotes and line ends",
      ["a,b", 'say "hi"', "x\ny"],
      '"a,b","say ""hi""","x\ny"\r\n',
    ],
    [
      "disarms formulas",
      ["=1+1", "+1", "-1", "@x", "\tx", "\rx"],
      "'=1+1,'+1,'-1,'@x,'\tx,\"'\rx\"\r\n",
    ],
    ["quotes a disarmed formula", ['=HYPERLINK("x")'], '"\'=HYPERLINK(""x"")"\r\n'],
    ["leaves numbers as numbers", [-1.5, 0, 1e-7], "-1.5,0,1e-7\r\n"],
    ["writes yes, no and unknown", [true, false, null], "true,false,\r\n"],
  ])("%s", (_, cells, expected) => {
    expect(csvLine(cells)).toBe(expected);
  });
});
