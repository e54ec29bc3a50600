const SHELLS = new Set([
  "bash",
  "sh",
  "zsh",
  "shell",
  "terminal",
  "execute",
  "execute_bash",
  "execute_command",
  "run_command",
  "run_shell_command",
]);

/** Commands that prepare the ground for the one that matters. */
const PREPARING = new Set(["cd", "pushd", "popd", "export", "set", "source", ".", "echo", "true"]);
/** Words that run the command behind them. */
const RUNNING = new Set(["sudo", "env", "time", "nohup", "exec", "command", "timeout", "nice"]);
/** Enough of a script to find its first real command. */
const HEAD = 2_000;

export function isShellTool(name: string): boolean {
  return SHELLS.has(name.toLowerCase());
}

/**
 * The first command of a shell line that does something: `cd /repo && sed -n 1,5p x` gives `sed`.
 * Changes of directory, settings and announcements before it are skipped, wrappers such as sudo
 * looked through, paths cut off, `python3 -m pytest` gives `pytest`.
 */
export function commandWord(line: string): string {
  let last = "nothing";
  for (const command of simpleCommands(line.slice(0, HEAD))) {
    const word = wordOf(command);
    if (word === null) continue;
    last = word;
    if (!PREPARING.has(word)) return word;
  }
  return last;
}

/** The parts of a line between `&&`, `||`, `;`, `|`, `&` and line ends outside quotes. */
function simpleCommands(line: string): string[] {
  const parts: string[] = [];
  let [part, quote] = ["", ""];
  for (let i = 0; i < line.length; i++) {
    const char = line[i] ?? "";
    if (char === "\\") part += char + (line[++i] ?? "");
    else if (quote !== "") {
      part += char;
      if (char === quote) quote = "";
    } else if (char === "'" || char === '"') part += quote = char;
    else if (/[;&|\n]/u.test(char) && !/[<>]$/u.test(part)) {
      parts.push(part);
      part = "";
    } else part += char;
  }
  return [...parts, part];
}

function wordOf(command: string): string | null {
  const words = command.replace(/^[\s({!]+/u, "").match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/gu) ?? [];
  let at = 0;
  while (at < words.length && isPrefix(words[at] ?? "", words[at - 1])) at++;
  const word = words[at] ?? "";
  if (word === "" || word.startsWith("#")) return null;
  if (/^(?:.*\/)?python[\d.]*$/u.test(word))
    return words[at + 1] === "-m" && words[at + 2] ? baseName(words[at + 2] ?? "") : "python";
  return baseName(word);
}

function isPrefix(word: string, before: string | undefined): boolean {
  if (RUNNING.has(word) || /^[A-Za-z_]\w*=/u.test(word)) return true;
  const wrapped = before !== undefined && (RUNNING.has(before) || before.startsWith("-"));
  return wrapped && (word.startsWith("-") || (before === "timeout" && /^\d/u.test(word)));
}

function baseName(word: string): string {
  const bare = word.replace(/^["']|["')}]+$/gu, "");
  return (bare.slice(bare.lastIndexOf("/") + 1) || bare).slice(0, 40) || "nothing";
}
