import { describe, expect, test } from "vitest";
import { actOf } from "@/lib/clustering/act";
import { commandWord } from "@/lib/clustering/command-word";

const answered = (content: string | null, ...tools: [string, unknown][]) => ({
  error: null,
  response: {
    role: "assistant",
    content,
    tool_calls: tools.map(([name, given]) => ({ function: { name, arguments: given } })),
  },
});

describe("the act of a call", () => {
  test.each([
    ["", "answer: empty"],
    ["Yes", "answer: one word"],
    ["extract_field", "answer: one word"],
    ['{"a": 1}', "answer: json object"],
    ['```json\n[{"a": 1}]\n```', "answer: json array"],
    ["{not json}", "answer: short text"],
    ["```python\nprint(1)\n```", "answer: code"],
    ["Your order is on its way.", "answer: short text"],
    ["word ".repeat(100), "answer: long text"],
    [`Here:\n\`\`\`py\n${"x = 1\n".repeat(20)}\`\`\`\nDone.`, "answer: code"],
  ])("is the form of the answer %j", (text, act) => {
    expect(actOf(answered(text))).toBe(act);
  });

  test("is its tools, sorted, once each, and at most three by name", () => {
    expect(actOf(answered("I look", ["get_user", {}]))).toBe("tool: get_user");
    expect(actOf(answered(null, ["b", {}], ["a", {}], ["b", {}]))).toBe("tool: a, b");
    const five = ["e", "d", "c", "b", "a"].map((name): [string, unknown] => [name, {}]);
    expect(actOf(answered(null, ...five))).toBe("tool: a, b, c and 2 more");
  });

  test("is the command when the tool is a shell", () => {
    expect(actOf(answered(null, ["bash", '{"command": "cd /x && sed -n 1p y"}']))).toBe(
      "bash: sed",
    );
    expect(actOf(answered(null, ["bash", { command: ["git", "diff"] }]))).toBe("bash: git");
    expect(actOf(answered(null, ["bash", { other: 1 }]))).toBe("tool: bash");
    expect(actOf(answered(null, ["bash", { command: "ls" }], ["read", {}]))).toBe(
      "tool: bash, read",
    );
  });

  test("is an error when there is no answer but a failure", () => {
    expect(actOf({ response: null, error: "429" })).toBe("error");
    expect(actOf({ ...answered(""), error: "cut off" })).toBe("error");
    expect(actOf({ response: null, error: null })).toBe("answer: empty");
  });
});

describe("the command of a shell line", () => {
  test.each([
    ["ls -la", "ls"],
    ["cd /repo && sed -n '1,5p' a && cat b", "sed"],
    ["sudo -E env A=1 B=2 apt-get install x", "apt-get"],
    ["timeout 30 pytest -q", "pytest"],
    ["FOO='a b' ./manage.py test", "manage.py"],
    ["/usr/bin/python3.11 -m pytest tests", "pytest"],
    ["python3 - <<'E'\nprint(1)\nE", "python"],
    ["cat > f.py <<'EOF'\nimport os; ls\nEOF", "cat"],
    ['echo "a && b"; grep x y', "grep"],
    ["(cd x && make) 2>&1 | tail", "make"],
    ["# a comment\nfind . -name x", "find"],
    ["cd /x", "cd"],
    ["grep 'a; b' f | head", "grep"],
    ["", "nothing"],
    ["''", "nothing"],
  ])("%j is %s", (line, word) => {
    expect(commandWord(line)).toBe(word);
  });
});
